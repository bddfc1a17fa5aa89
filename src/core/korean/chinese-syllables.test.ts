import { describe, expect, it } from 'vitest'
import { chineseSyllables } from './chinese-syllables.ts'

describe('Chinese written by sound', () => {
  it.each([
    ['우한', 2],
    ['베이징', 2],
    ['상하이', 2],
    ['광저우', 2],
    ['선전', 2],
    ['칭다오', 2],
    ['하얼빈', 3],
    ['헤이룽장', 3],
    ['쑤저우', 2],
    ['장쑤', 2],
    ['시진핑', 3],
    ['리창', 2],
    ['쭌이', 2],
    ['취안저우', 2],
    ['시솽반나', 4],
    ['뤄양', 2],
    ['구이저우', 2],
    ['쓰촨', 2],
    ['윈난', 2],
    ['즈보', 2],
    ['쯔보', 2],
    ['샤먼', 2],
    ['둥관', 2],
    ['슝안', 2],
    ['톈진', 2],
    ['셴양', 2],
    ['웨양', 2],
    ['렌윈강', 0],
    ['롄윈강', 3],
    ['쟝쑤', 0],
  ])('%s: %i syllables', (hangul, count) => {
    expect(chineseSyllables(hangul)).toBe(count)
  })

  it.each(['도시', '가능', '생산', '경제', '기업', '투명', '발전', '한국', '프로세스', ''])(
    '%s is no Chinese name',
    (hangul) => {
      expect(chineseSyllables(hangul)).toBe(0)
    },
  )
})
