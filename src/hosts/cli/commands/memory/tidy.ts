import { CLEAN_KINDS, type CleanKind } from '#contract/memoryWords.ts'
import { DONE, printJson, REFUSED, type Context } from '../../io.ts'
import { withSession } from '../../session.ts'

const SAID: Readonly<Record<CleanKind, string>> = {
  empty: 'without source or target',
  same: 'with a target that is the source',
  'no-hangul': 'without Hangul in the source',
}

/** Counts what is no use, and with `--apply` removes it; `memory undo` gives it back. */
export const cleanMemory = (
  context: Context,
  _: [],
  { apply, kind }: { apply?: true; kind?: CleanKind[] },
): Promise<number> =>
  withSession(context, async ({ run }) => {
    const { io, json } = context
    const report = await run('unit.clean', { kinds: [...(kind ?? CLEAN_KINDS)], dry: apply !== true })
    if (json) printJson(io, report)
    else {
      for (const each of kind ?? CLEAN_KINDS) io.out(`${String(report.found[each])} ${SAID[each]}\n`)
      io.out(
        apply
          ? `${String(report.changed)} removed. Taken back by: naranhi memory undo ${String(report.batch)}\n`
          : 'Nothing was removed (--apply does).\n',
      )
    }
    return DONE
  })

/** Units that say the same, or say one source differently; exit 1 where there are any. */
export const duplicates = (
  context: Context,
  _: [],
  { kind = 'same' }: { kind?: 'same' | 'targets' },
): Promise<number> =>
  withSession(context, async ({ run }) => {
    const { io, json } = context
    const { groups, total } = await run('unit.duplicates', { kind })
    if (json) printJson(io, { groups, total })
    else {
      for (const units of groups) {
        io.out(`${units[0]?.source ?? ''}\n`)
        for (const { id, target } of units) io.out(`  ${String(id)}  ${target}\n`)
      }
      io.err(
        `${String(total)} ${total === 1 ? 'group' : 'groups'}${total > groups.length ? `, the first ${String(groups.length)} shown` : ''}\n`,
      )
    }
    return total > 0 ? REFUSED : DONE
  })

/** Takes back an import, a merge, a cleaning, as far as it stands. */
export const undoBatch = (context: Context, [batch]: [number]): Promise<number> =>
  withSession(context, async ({ call }) => {
    const { io, json } = context
    const undone = await call('unit.undo', { batch })
    if (json) printJson(io, undone)
    else
      io.out(
        `${String(undone.changed)} taken back. Done again by: naranhi memory undo ${String(undone.batch)}\n`,
      )
    return DONE
  })
