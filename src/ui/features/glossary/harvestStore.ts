import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { toast } from 'vue-sonner'
import type { TermStatus } from '#core/model/term.ts'
import { AppError } from '#contract/error.ts'
import type { Candidate, Glossary } from '#contract/glossary.ts'
import type { JobState } from '#contract/job.ts'
import { call, startJob, type RunningJob } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import {
  carryOver,
  draftsOf,
  filterRows,
  isTouched,
  placeAfter,
  type CandidateKind,
  type HarvestRow,
} from './harvestRows.ts'

export type HarvestScope = { articleIds: number[] } | { projectId: number }

/** More than anyone goes through; the best come first. */
const LIMIT = 1000

/**
 * Candidates for terms and what the user makes of them. A store, so that a look at a paragraph, for which the dialog
 * closes, costs nothing.
 */
export const useHarvest = defineStore('harvest', () => {
  const stage = ref<'where' | 'running' | 'found'>('where')
  const scope = shallowRef<HarvestScope | null>(null)
  const rows = shallowRef<HarvestRow[]>([])
  const dismissed = shallowRef<HarvestRow[]>([])
  const text = ref('')
  const kinds = ref(new Set<CandidateKind>())
  const place = ref(0)
  const glossaries = shallowRef<Glossary[]>([])
  const into = ref<number | 'new'>('new')
  const newName = ref('')
  const status = ref<TermStatus>('preferred')
  const progress = shallowRef<JobState | null>(null)
  const problem = ref('')
  const adding = ref(false)
  /** What the last adding left: no English yet, or there already. */
  const left = ref({ held: 0, there: 0 })
  /** What the last adding added, to be taken back. */
  const lastAdded = shallowRef<{ batch: number; count: number; back: HarvestRow[]; round: number } | null>(
    null,
  )
  let job: RunningJob<Candidate[]> | null = null
  let round = 0
  let stopping = false

  const shown = computed(() => filterRows(rows.value, text.value, kinds.value))
  const current = computed(() => shown.value[Math.min(place.value, shown.value.length - 1)] ?? null)
  const ticked = computed(() => rows.value.filter((row) => row.ticked).length)
  const touched = computed(() => rows.value.some(isTouched))

  const loadGlossaries = async () => {
    glossaries.value = await call('glossary.list', {})
    const writable = glossaries.value.filter(({ readOnly }) => !readOnly)
    if (into.value === 'new' || !writable.some(({ id }) => id === into.value))
      into.value = writable[0]?.id ?? 'new'
  }

  const run = async (where: HarvestScope) => {
    const mine = ++round
    const before = stage.value
    problem.value = ''
    progress.value = null
    stage.value = 'running'
    stopping = false
    try {
      await loadGlossaries()
      job = await startJob(
        'glossary.harvest',
        { ...where, limit: LIMIT },
        (state) => (progress.value = state),
      )
      // Stopped before it was known by name.
      if (stopping) await job.cancel()
      const candidates = await job.result
      if (mine !== round) return
      scope.value = where
      rows.value = carryOver(rows.value, candidates)
      dismissed.value = []
      left.value = { held: 0, there: 0 }
      text.value = ''
      kinds.value = new Set()
      place.value = 0
      stage.value = 'found'
    } catch (error) {
      if (mine !== round) return
      stage.value = before === 'found' ? 'found' : 'where'
      if (!(error instanceof AppError && error.code === 'cancelled')) problem.value = messageOf(error)
    } finally {
      if (mine === round) job = null
    }
  }
  const stop = () => {
    stopping = true
    return job?.cancel()
  }

  /** Changes rows and keeps the keyboard where it was. */
  const replaceRows = (next: HarvestRow[]) => {
    const before = shown.value
    rows.value = next
    place.value = placeAfter(before, shown.value, place.value)
  }
  const change = (keys: ReadonlySet<number>, how: (row: HarvestRow) => HarvestRow) =>
    replaceRows(rows.value.map((row) => (keys.has(row.key) ? how(row) : row)))

  const toggle = (key: number) => change(new Set([key]), (row) => ({ ...row, ticked: !row.ticked }))
  /** Ticks all that are shown; where all of them are, none. */
  const toggleShown = () => {
    const all = shown.value.every((row) => row.ticked)
    change(new Set(shown.value.map(({ key }) => key)), (row) => ({ ...row, ticked: !all }))
  }
  /** Whoever writes the English wants the term: it is ticked. */
  const write = (key: number, field: 'source' | 'target', value: string) =>
    change(new Set([key]), (row) =>
      row[field] === value
        ? row
        : {
            ...row,
            [field]: value,
            there: false,
            ticked: row.ticked || (field === 'target' && value.trim() !== ''),
          },
    )
  const dismiss = (key: number) => {
    const row = rows.value.find((each) => each.key === key)
    if (!row) return
    dismissed.value = [...dismissed.value, row]
    replaceRows(rows.value.filter((each) => each !== row))
  }
  const restoreRows = (back: readonly HarvestRow[]) =>
    replaceRows([...rows.value, ...back].sort((a, b) => a.key - b.key))
  const bringBack = () => {
    const back = dismissed.value
    dismissed.value = []
    restoreRows(back)
  }

  const goalOf = async (): Promise<number> => {
    if (into.value !== 'new') return into.value
    const made = await call('glossary.add', { name: newName.value.trim() })
    into.value = made.id
    await loadGlossaries()
    return made.id
  }
  const undo = async () => {
    const last = lastAdded.value
    if (!last) return
    lastAdded.value = null
    try {
      const { reverted } = await call('term.undo', { batch: last.batch })
      if (last.round === round && stage.value === 'found') restoreRows(last.back)
      toast(t('glossary.takenBack', { count: reverted }))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  /** Adds what is ticked and has its English; the rest stays ticked, and the keyboard goes to the first of it. */
  const accept = async () => {
    const { added, held } = draftsOf(rows.value, { glossaryId: 1, status: status.value })
    problem.value = ''
    adding.value = true
    try {
      let there = new Set<number>()
      if (added.length > 0) {
        const { drafts } = draftsOf(rows.value, { glossaryId: await goalOf(), status: status.value })
        const { batch, terms, skipped } = await call('term.addMany', { terms: drafts })
        there = new Set(skipped.flatMap((at) => added[at]?.key ?? []))
        const gone = new Set(added.map(({ key }) => key).filter((key) => !there.has(key)))
        const back = rows.value.filter(({ key }) => gone.has(key))
        replaceRows(
          rows.value
            .filter(({ key }) => !gone.has(key))
            .map((row) => (there.has(row.key) ? { ...row, ticked: false, there: true } : row)),
        )
        lastAdded.value = terms.length > 0 ? { batch, count: terms.length, back, round } : null
      }
      left.value = { held: held.length, there: there.size }
      const first = shown.value.findIndex(({ key }) => key === held[0]?.key)
      if (first >= 0) place.value = first
    } catch (error) {
      problem.value = messageOf(error)
    } finally {
      adding.value = false
    }
  }

  /** The dialog has gone: what was added last can still be taken back. */
  const offerUndo = () => {
    const last = lastAdded.value
    if (last)
      toast.success(t('glossary.accepted', { count: last.count }), {
        action: { label: t('glossary.undo'), onClick: () => void undo() },
      })
  }
  const forget = () => {
    round++
    void job?.cancel()
    job = null
    scope.value = null
    rows.value = dismissed.value = []
    problem.value = ''
    left.value = { held: 0, there: 0 }
    stage.value = 'where'
  }

  return {
    stage,
    scope,
    rows,
    dismissed,
    text,
    kinds,
    place,
    glossaries,
    into,
    newName,
    status,
    progress,
    problem,
    adding,
    left,
    shown,
    current,
    ticked,
    touched,
    run,
    stop,
    toggle,
    toggleShown,
    write,
    dismiss,
    bringBack,
    accept,
    undo,
    offerUndo,
    lastAdded,
    forget,
  }
})
