import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { AppError } from '#contract/error.ts'
import type { Term, TermContent, TermStatus } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useGlossaries } from './glossaryStore.ts'

export interface TermDraft extends TermContent {
  /** Null as long as there is none that may be written. */
  glossaryId: number | null
}

const contentOf = ({
  source,
  variants,
  target,
  partOfSpeech,
  status,
  domain,
  definition,
  note,
  url,
}: TermContent) => ({
  ...{ source, variants: [...variants], target, partOfSpeech, status, domain, definition, note, url },
})

/** What became of a draft: the term, what it was before (null for a new one), and what takes the change back. */
export interface Stored {
  term: Term
  before: Term | null
  batches: number[]
}

/** A term as it is being written in the dialog, with what the glossaries already say of it. */
export const useTermDraft = (given: { termId: number | null; source: string; target: string }) => {
  const glossaries = useGlossaries()
  const draft = reactive<TermDraft>({
    ...{ source: given.source, variants: [], target: given.target, partOfSpeech: '', status: 'preferred' },
    ...{ domain: '', definition: '', note: '', url: '', glossaryId: null },
  })
  /** As it is stored; null for a new one. */
  const term = shallowRef<Term | null>(null)
  const duplicates = shallowRef<readonly Term[]>([])
  const conflicts = shallowRef<readonly Term[]>([])
  const problem = ref('')
  /** Not stored yet, since what is shown now could not be seen before. */
  const held = ref(false)
  const busy = ref(false)
  const clean = ref('')

  const state = () => JSON.stringify(draft)
  const settle = () => (clean.value = state())
  settle()
  const dirty = computed(() => state() !== clean.value)
  const linkProblem = computed(() =>
    draft.url.trim() === '' || /^https?:\/\/\S+$/i.test(draft.url.trim()) ? '' : t('term.linkProblem'),
  )
  const complete = computed(
    () => draft.source.trim() !== '' && draft.target.trim() !== '' && linkProblem.value === '',
  )
  const readOnly = computed(() => term.value !== null && glossaries.isReadOnly(term.value.glossaryId))

  const take = (found: Term) => {
    term.value = found
    Object.assign(draft, contentOf(found), { glossaryId: found.glossaryId })
    settle()
  }
  /** Throws `not-found`. */
  const load = async () => {
    if (given.termId !== null) return take(await call('term.get', { id: given.termId }))
    const { projectId } = glossaries
    const attached = projectId === null ? [] : await call('glossary.attached', { projectId })
    const goal = [...attached.filter((each) => each.attached), ...glossaries.list].find(
      (each) => !each.readOnly,
    )
    const untouched = !dirty.value
    draft.glossaryId ??= goal?.id ?? null
    if (untouched) settle()
  }

  // What the glossaries already say is shown before it is saved, not after.
  const words = () => JSON.stringify([draft.source.trim(), draft.target.trim()])
  /** The words whose duplicates and conflicts are on show; at first the term as it was opened. */
  let looked = ''
  const look = async (): Promise<void> => {
    const asked = { source: draft.source.trim(), target: draft.target.trim() }
    const mine = words()
    const found =
      asked.source === ''
        ? { duplicates: [], conflicts: [] }
        : await call('term.check', { ...asked, ...(given.termId === null ? {} : { exceptId: given.termId }) })
    if (mine !== words()) return
    duplicates.value = found.duplicates
    conflicts.value = found.conflicts
    looked = mine
  }
  const lookSoon = useDebounceFn(look, 150)
  watch(
    () => [draft.source, draft.target],
    () => {
      problem.value = ''
      held.value = false
      void lookSoon().catch(() => undefined)
    },
    { immediate: true },
  )

  /** What was changed here; what another hand changed meanwhile is left to it. */
  const changes = (before: Term): Partial<TermContent> => {
    const [was, is] = [contentOf(before), contentOf(draft)]
    const changed = Object.entries(is).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof TermContent]),
    )
    return Object.fromEntries(changed)
  }
  const wordsChanged = () =>
    term.value === null || draft.source !== term.value.source || draft.target !== term.value.target
  const store = async (): Promise<Stored> => {
    const { glossaryId } = draft
    const before = term.value
    const place = glossaryId === null ? {} : { glossaryId }
    if (!before)
      return { term: await call('term.add', { ...contentOf(draft), ...place }), before: null, batches: [] }
    const batches: number[] = []
    if (glossaryId !== null && glossaryId !== before.glossaryId) {
      const { batch, skipped } = await call('term.change', { ids: [before.id], change: { glossaryId } })
      if (skipped.length > 0) throw new AppError('duplicate', 'The glossary has this term already.')
      batches.push(batch)
    }
    const { term: after, batch } = await call('term.update', { id: before.id, ...changes(before) })
    return { term: after, before, batches: batch === null ? batches : [...batches, batch] }
  }
  /**
   * What was stored; null where something stands against it, which is then in `problem`, or where the glossaries say
   * something of it that could not be seen yet: that is shown then, and a second time it is stored all the same.
   */
  const save = async (status?: TermStatus): Promise<Stored | null> => {
    if (!complete.value || busy.value) return null
    if (status) draft.status = status
    busy.value = true
    problem.value = ''
    try {
      if (looked !== words() && wordsChanged()) {
        await look()
        held.value = duplicates.value.length + conflicts.value.length > 0
        if (held.value) return null
      }
      const saved = await store()
      settle()
      return saved
    } catch (error) {
      const twin = error instanceof AppError && error.code === 'duplicate'
      problem.value = twin ? t('term.duplicate') : messageOf(error)
      return null
    } finally {
      busy.value = false
    }
  }
  return {
    ...{ draft, term, duplicates, conflicts, problem, held, dirty, linkProblem, complete, readOnly, busy },
    ...{ load, save },
  }
}
