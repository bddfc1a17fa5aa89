import { expect, test } from 'vitest'
import { pairSentences } from './sentencePairs.ts'

test.each([
  [
    'as many on both sides',
    '청두시는 새 공장을 열었다. 투자액은 12억 위안이다.',
    'Chengdu has opened a new plant. The investment comes to 1.2 billion yuan.',
    [
      ['청두시는 새 공장을 열었다.', 'Chengdu has opened a new plant.'],
      ['투자액은 12억 위안이다.', 'The investment comes to 1.2 billion yuan.'],
    ],
  ],
  [
    'a quotation in one of them',
    '관계자는 “제대로 하겠다. 서두르지 않겠다”고 말했다. 공사는 내년에 시작한다.',
    '“We will do it right and not in a hurry,” an official said. Work starts next year.',
    [
      [
        '관계자는 “제대로 하겠다. 서두르지 않겠다”고 말했다.',
        '“We will do it right and not in a hurry,” an official said.',
      ],
      ['공사는 내년에 시작한다.', 'Work starts next year.'],
    ],
  ],
  ['one sentence', '청두시는 새 공장을 열었다.', 'Chengdu has opened a new plant.', []],
  ['two made one', '공장을 열었다. 투자액은 12억 위안이다.', 'It opened a plant worth 1.2 billion yuan.', []],
  [
    'as many, but not the same ones',
    '청두시는 지난해 상반기에 반도체 장비 공장 세 곳을 잇달아 열고 인력 2,000명을 뽑았다. 끝이다.',
    'It is over. In the first half of last year Chengdu opened three chip equipment plants one after another and hired 2,000 people.',
    [],
  ],
  ['no translation', '공장을 열었다. 끝이다.', '', []],
])('%s', (_, source, target, pairs) => {
  expect(pairSentences(source, target).map((pair) => [pair.source, pair.target])).toEqual(pairs)
})
