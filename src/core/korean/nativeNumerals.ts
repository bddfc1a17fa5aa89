const NATIVE_ONES = '한 두 세 네 다섯 여섯 일곱 여덟 아홉'.split(' ')
const NATIVE_TENS = '열 스물 서른 마흔 쉰 예순 일흔 여든 아흔'.split(' ')
const NATIVE = new Map<string, number>()
for (const [index, one] of NATIVE_ONES.entries()) NATIVE.set(one, index + 1)
for (const [index, ten] of NATIVE_TENS.entries()) {
  NATIVE.set(ten === '스물' ? '스무' : ten, (index + 1) * 10)
  for (const [ones, one] of NATIVE_ONES.entries()) NATIVE.set(ten + one, (index + 1) * 10 + ones + 1)
}
const NATIVE_NAMES = new Map([...NATIVE].map(([name, value]) => [value, name]))
NATIVE.set('석', 3)
NATIVE.set('넉', 4)

/** The native numeral before a counter, 1 to 99: 세, 열두, 스무. Undefined where it is none. */
export const readNativeNumeral = (word: string): number | undefined => NATIVE.get(word)
export const writeNativeNumeral = (value: number): string | undefined => NATIVE_NAMES.get(value)
