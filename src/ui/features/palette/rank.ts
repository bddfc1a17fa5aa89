import { matchesInitials } from '#core/korean/hangul.ts'

interface Ranked {
  label: string
  other: string
}

/** All words typed must be found, in the label, the other language, or as initial consonants; earlier is better. */
export const rankPalette = <Entry extends Ranked>(entries: readonly Entry[], typed: string): Entry[] => {
  const words = typed.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...entries]
  return entries
    .map((entry, place) => ({ entry, place, score: scoreOf(entry, words) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0) || a.place - b.place)
    .map(({ entry }) => entry)
}

const scoreOf = (entry: Ranked, words: readonly string[]): number | null => {
  let score = 0
  const label = entry.label.toLowerCase()
  const all = `${label} ${entry.other.toLowerCase()}`
  for (const word of words) {
    const inLabel = label.indexOf(word)
    if (inLabel === 0) continue
    if (inLabel > 0) score += label[inLabel - 1] === ' ' ? 1 : 3
    else if (all.includes(word) || matchesInitials(all, word)) score += 5
    else return null
  }
  return score
}
