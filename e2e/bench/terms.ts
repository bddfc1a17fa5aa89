import { seeded } from './data.ts'

const AREAS = ['우한', '난징', '청두', '항저우', '부산', '대전', '광주', '울산', '창사', '시안'] as const
const FIELDS = [
  ['반도체', 'chip'],
  ['저고도', 'low-altitude'],
  ['광통신', 'optical'],
  ['수소', 'hydrogen'],
  ['해상 풍력', 'offshore wind'],
  ['이차전지', 'battery'],
  ['항만', 'port'],
  ['의료 로봇', 'medical robot'],
] as const
const THINGS = [
  ['산업단지', 'industrial park'],
  ['공동 실험실', 'joint laboratory'],
  ['기술 이전 센터', 'technology transfer center'],
  ['투자 기금', 'investment fund'],
  ['시범구', 'pilot zone'],
  ['발전 계획', 'development plan'],
  ['협력 위원회', 'cooperation committee'],
] as const
const STATUSES = ['preferred', 'preferred', 'preferred', 'admitted', 'deprecated', 'forbidden'] as const

const pick = <Item>(random: () => number, from: readonly Item[]): Item =>
  from[Math.floor(random() * from.length)] as Item

/** A syllable drawn from the whole block, so that no two terms need be alike. */
const syllable = (random: () => number) => String.fromCharCode(0xac00 + Math.floor(random() * 11_172))

/** So many different terms as a table by commas, with a head and all a glossary says. The same for the same seed. */
export const termTable = (count: number, seed: number): string => {
  const random = seeded(seed)
  const seen = new Set<string>()
  const lines = ['source,target,status,domain,note']
  while (seen.size < count) {
    const [field, english] = pick(random, FIELDS)
    const [thing, named] = pick(random, THINGS)
    const name = syllable(random) + syllable(random)
    const source = `${pick(random, AREAS)} ${name} ${field} ${thing}`
    if (seen.has(source)) continue
    seen.add(source)
    const status = pick(random, STATUSES)
    lines.push(`${source},No. ${seen.size} ${english} ${named},${status},${field},제${seen.size}호 ${thing}`)
  }
  return lines.join('\n')
}
