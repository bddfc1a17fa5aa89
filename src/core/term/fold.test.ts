import { describe, expect, it } from 'vitest'
import { foldSpelling, wordAround } from './fold.ts'

describe('foldSpelling', () => {
  it.each([
    ['경제 성장률', '경제성장률'],
    ['경제\u00a0성장률', '경제성장률'],
    ['ＧＤＰ', 'gdp'],
    ['R&D', 'r&d'],
    ['한국'.normalize('NFD'), '한국'],
    ['“칩·디스플레이”', '"칩·디스플레이"'],
    ['칩ㆍ디스플레이', '칩・디스플레이'],
    ['저\u200b고도', '저고도'],
    ['Xi’an', "xi'an"],
    ['개혁·개방', '개혁개방'],
    ['武漢', '武汉'],
    ['廣東', '広東'],
    ['靑島', '青岛'],
  ])('%j is spelled as %j', (one, other) => {
    expect(foldSpelling(one)).toBe(foldSpelling(other))
  })
  it.each([
    ['경제', '경재'],
    ['皇后', '皇後'],
    ['GDP', 'GNP'],
  ])('%s is not %s', (one, other) => {
    expect(foldSpelling(one)).not.toBe(foldSpelling(other))
  })
})

describe('wordAround', () => {
  it.each([
    ['우한시에서도 봄', '우한', '우한시에서도'],
    ['“우한은 컸다.”', '우한', '우한은'],
    ['(우한)', '우한', '우한'],
    ['새 산업 단지를 연다', '산업 단지', '산업 단지를'],
    ['우한', '우한', '우한'],
    ['끝에 우한.', '우한', '우한'],
  ])('%j, %s: %s', (text, span, word) => {
    const start = text.indexOf(span)
    expect(wordAround(text, start, start + span.length)).toBe(word)
  })
})
