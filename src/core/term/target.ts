import type { MatchableTerm } from '../model/term.ts'
export interface TargetPlace {
  start: number
  end: number
  form: 'same' | 'case' | 'inflected' | 'hyphenated'
}
export const findTarget = (_text: string, _target: string): TargetPlace[] => []
export const renderingOf = (
  _text: string,
  _terms: readonly MatchableTerm[],
): { termId: number; places: TargetPlace[] }[] => []
export const replaceTarget = (
  text: string,
  _from: string,
  _to: string,
): { text: string; places: { start: number; end: number; newStart: number; newEnd: number }[] } => ({
  text,
  places: [],
})
