import type { HarvestKind } from './harvest.ts'

/** A term found at one place; `start` and `end` are UTF-16 code units of the paragraph. */
export interface HarvestFinding {
  kind: HarvestKind
  source: string
  target: string
  variants: string[]
  start: number
  end: number
}
