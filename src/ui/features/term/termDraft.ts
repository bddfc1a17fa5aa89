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
  const look = useDebounceFn(async () => {
    const asked = { source: draft.source.trim(), target: draft.target.trim() }
    const found =
      asked.source === ''
        ? { duplicates: [], conflicts: [] }
        : await call('term.check', { ...asked, ...(given.termId === null ? {} : { exceptId: given.termId }) })
    if (asked.source !== draft.source.trim() || asked.target !== draft.target.trim()) return
    duplicates.value = found.duplicates
    conflicts.value = found.conflicts
  }, 150)
  watch(
    () => [draft.source, draft.target],
    () => {
      problem.value = ''
      void look().catch(() => undefined)
    },
    { immediate: true },
  )

  const store = async (): Promise<Term> => {
    const { glossaryId } = draft
    const before = term.value
    const place = glossaryId === null ? {} : { glossaryId }
    if (!before) return call('term.add', { ...contentOf(draft), ...place })
    if (glossaryId !== null && glossaryId !== before.glossaryId) {
      const { skipped } = await call('term.change', { ids: [before.id], change: { glossaryId } })
      if (skipped.length > 0) throw new AppError('duplicate', 'The glossary has this term already.')
    }
    return call('term.update', { id: before.id, ...contentOf(draft) })
  }
  /** The term as it was stored; null where something stands against it, which is then in `problem`. */
  const save = async (status?: TermStatus): Promise<Term | null> => {
    if (!complete.value || busy.value) return null
    if (status) draft.status = status
    busy.value = true
    problem.value = ''
    try {
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
    ...{ draft, term, duplicates, conflicts, problem, dirty, linkProblem, complete, readOnly, busy },
    ...{ load, save },
  }
}
