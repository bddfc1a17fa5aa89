/**
 * Histories whose steps can be taken back: `table` has a `sequence`, what a step was done to in `subject`, and in `undoes`
 * the step it took back, where it did. The two together are as if nothing had been done.
 */
export interface StepTable {
  table: string
  subject: string
}

/** Of step `n`: it was taken back, and that was not taken back in turn. */
const takenBack = ({ table }: StepTable, step: string): string => `EXISTS (SELECT 1 FROM ${table} u WHERE
  u.undoes = ${step}.sequence AND NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.undoes = u.sequence))`

/**
 * A condition on step `h`: it was not taken back, and nothing was done to its subject since but what was taken back
 * itself. A step that takes another back and still does cancels out with it.
 */
export const stillStands = (steps: StepTable): string => {
  const { table, subject } = steps
  return `NOT ${takenBack(steps, 'h')}
    AND NOT EXISTS (SELECT 1 FROM ${table} n WHERE n.${subject} = h.${subject} AND n.sequence > h.sequence
      AND NOT (${takenBack(steps, 'n')})
      AND NOT (n.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.undoes = n.sequence)))`
}
