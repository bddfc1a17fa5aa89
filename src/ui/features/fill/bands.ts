import { BANDS, type Band } from '#contract/memoryWords.ts'
import type { BandCount } from '#contract/pretranslate.ts'

export type Measure = keyof BandCount
export const MEASURES: readonly Measure[] = ['paragraphs', 'words', 'characters']

/** Written on in the ink of the accent; the weaker ones in the usual ink. Between the two neither can be read well. */
export const STRONG: ReadonlySet<Band> = new Set(['context', 'repetition', '100', '95-99'])

/** From the accent, for what is known, to hardly a colour, for what is not: how much each holds of the accent, %. */
const STRENGTH: Record<Band, number> = {
  context: 100,
  repetition: 92,
  '100': 86,
  '95-99': 80,
  '85-94': 38,
  '75-84': 30,
  under: 18,
  none: 0,
}
export const colorOf = (band: Band): string =>
  `color-mix(in srgb, var(--accent) ${STRENGTH[band]}%, var(--line))`

export interface BandShare extends BandCount {
  band: Band
  /** 0–1 of the measure asked for. */
  share: number
}

/** The bands in their order with their share of all; a share of nothing is nothing. */
export const sharesOf = (
  bands: Readonly<Record<Band, BandCount>>,
  total: BandCount,
  measure: Measure,
): BandShare[] =>
  BANDS.map((band) => ({
    band,
    ...bands[band],
    share: total[measure] === 0 ? 0 : bands[band][measure] / total[measure],
  }))

/** A share as a whole number of percent; what is there is never 0. */
export const percentOf = (share: number): string =>
  share === 0 ? '0 %' : share < 0.01 ? '<1 %' : `${Math.round(share * 100)} %`
