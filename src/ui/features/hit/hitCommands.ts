import { toast } from 'vue-sonner'
import type { CommandId } from '#contract/commands.ts'
import type { RefusalScope } from '#core/model/term.ts'
import { peelParticles } from '#core/korean/particles.ts'
import { replaceTarget } from '#core/term/replaceTarget.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { useDesk } from '../article/deskStore.ts'
import { tellAdded } from '../term/termToasts.ts'
import { usableTerms, wrongPlaces } from './hitRows.ts'
import { insertSpaced } from './insertion.ts'
import { hitAtCaret, refuseHit } from './refuse.ts'

type Runs = Partial<Record<CommandId, () => void | Promise<void>>>

/** Marks a selection is easily made too wide by. */
const AROUND = /^[\s“”‘’"'「」『』《》〈〉,.…·]+|[\s“”‘’"'「」『』《》〈〉,.…·]+$/gu

/** What was inserted last by a term's key, so that the same key pressed again gives the next translation. */
interface Inserted {
  number: number
  index: number
  choice: number
  start: number
  text: string
}

/** The commands of the terms in the paragraph under the caret. */
export const useHitCommands = (): Runs => {
  const desk = useDesk()
  const shell = useShell()
  let last: Inserted | null = null

  const insertTerm = (number: number) => {
    const { editor } = desk
    if (!editor || !desk.paragraph) return
    if (desk.paragraph.locked) return void toast(t('hit.lockedHere'))
    const row = desk.rows[number - 1]
    if (!row) return void toast(t('hit.noSuchTerm', { number, count: desk.rows.length }))
    const terms = usableTerms(row.hit)
    if (terms.length === 0) return void toast(t('hit.notToBeUsed'))
    const { index } = desk.place
    const before = editor.textBeforeCaret()
    const again =
      last?.number === number &&
      last.index === index &&
      before.slice(last.start) === last.text &&
      terms.length > 1
        ? last
        : null
    const choice = again ? (again.choice + 1) % terms.length : 0
    if (again) editor.select('target', index, again.start, again.start + again.text.length)
    const { start, text } = insertSpaced(editor, terms[choice]?.target ?? '')
    last = { number, index, choice, start, text }
  }

  /** What is selected on a side, else the word at its caret. */
  const wordsOn = (side: 'source' | 'target') => {
    const { editor } = desk
    const chosen = editor?.selection(side)
    const found = chosen ?? editor?.wordAt(side, desk.place.index) ?? null
    const taken = found?.text.trim() ?? ''
    const text = taken.replace(AROUND, '')
    // A word is often taken with what is attached to it; the term is without.
    const whole = found?.wholeWord === true || text !== taken
    return side === 'source' && whole ? peelParticles(text.normalize('NFC')).stem : text
  }

  const quickAdd = async () => {
    const [source, target] = [wordsOn('source'), wordsOn('target')]
    const openDialog = () => void shell.open({ name: 'term', termId: null, source, target })
    // A word the caret happens to stand in is a guess: it is shown before it is a term.
    const selected = desk.editor?.selection('source') && desk.editor.selection('target')
    if (!selected || source === '' || target === '') return openDialog()
    try {
      const { duplicates, conflicts } = await call('term.check', { source, target })
      const [twin] = duplicates
      if (twin) {
        toast(t('hit.thereAlready', { source: twin.source, target: twin.target }), {
          action: {
            label: t('term.edit'),
            onClick: () =>
              void shell.open({ name: 'term', termId: twin.id, source: twin.source, target: twin.target }),
          },
        })
        return
      }
      // Another translation of the same word: the user sees it before there are two.
      if (conflicts.length > 0) return openDialog()
      const projectId = desk.session?.article.value.projectId
      const term = await call('term.add', {
        source,
        target,
        origin: 'selection',
        ...(projectId === undefined ? {} : { projectId }),
      })
      await tellAdded(term)
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  const refuse = (scope: RefusalScope) => () => {
    const hit = hitAtCaret()
    if (!hit) return void toast(t('hit.caretFirst'))
    return refuseHit(hit, scope)
  }

  /** Every translation of the paragraph that is not to be used gives way to the preferred one, as one undo step. */
  const fix = () => {
    const { session, paragraph, place } = desk
    if (!session || !paragraph || paragraph.locked) return
    let text = paragraph.target
    // From the end, so that the places before it stay where they are; each once.
    for (const { term, instead, start, end } of wrongPlaces(desk.paragraphHits, text).reverse())
      if (instead) text = replaceTarget(text, term.target, instead.target, [{ start, end }]).text
    if (text === paragraph.target) return void toast(t('hit.nothingToFix'))
    session.put(place.index, text, 'term')
  }

  const usedIn = () => {
    const term = (hitAtCaret() ?? desk.rows[0]?.hit)?.terms[0]
    if (!term) return void toast(t('hit.caretFirst'))
    shell.open({ name: 'usedIn', termId: term.id })
  }

  const runs: Runs = {
    'term.quickAdd': quickAdd,
    'term.add': () =>
      void shell.open({
        name: 'term',
        termId: null,
        source: desk.editor?.selection('source')?.text.trim() ?? '',
        target: desk.editor?.selection('target')?.text.trim() ?? '',
      }),
    'term.fix': fix,
    'term.usedIn': usedIn,
    'term.refuseHere': refuse('place'),
    'term.refuseArticle': refuse('article'),
    'term.refuseAlways': refuse('always'),
  }
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const)
    runs[`term.insert${number}`] = () => insertTerm(number)
  return runs
}
