import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { toast } from 'vue-sonner'
import { AppError } from '#contract/error.ts'
import type { FileRef } from '#contract/exchange.ts'
import type { Glossary, GlossaryPreview, ImportReport, TableLayout } from '#contract/glossary.ts'
import type { InputOf, ResultOf } from '#contract/index.ts'
import type { JobState } from '#contract/job.ts'
import { call, startJob, upload, type RunningJob } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { isMapped } from '../../kit/columns.ts'
import { baseName, fileName, startingGoal } from './importGoal.ts'

type Reading = Pick<InputOf<'glossary.import'>, 'format' | 'encoding' | 'table'>
export type Existing = 'merge' | 'overwrite' | 'skip'
export type ImportStage = 'choose' | 'preview' | 'running' | 'done'

/**
 * One glossary file on its way in. A store and not the dialog's own, since the work goes on while the dialog is put
 * aside, and its report is shown by the dialog that is opened then. Further files wait their turn.
 */
export const useGlossaryImport = defineStore('glossaryImport', () => {
  const shell = useShell()
  const stage = ref<ImportStage>('choose')
  const waiting = shallowRef<(File | FileRef)[]>([])
  const from = shallowRef<FileRef | null>(null)
  const name = ref('')
  const preview = shallowRef<GlossaryPreview | null>(null)
  const reading = shallowRef<Reading>({})
  const looking = ref(false)
  const problem = ref('')
  const glossaries = shallowRef<Glossary[]>([])
  const into = ref<number | 'new'>('new')
  const newName = ref('')
  const existing = ref<Existing>('merge')
  const progress = shallowRef<JobState | null>(null)
  const startedAt = ref(0)
  const stopping = ref(false)
  const report = shallowRef<ImportReport | null>(null)
  const undone = shallowRef<ResultOf<'term.undo'> | null>(null)
  const undoing = ref(false)
  let job: RunningJob<ImportReport> | null = null
  let madeGlossary = false
  let round = 0

  const guard = async <Result>(doing: () => Promise<Result>): Promise<Result | null> => {
    problem.value = ''
    try {
      return await doing()
    } catch (error) {
      problem.value = messageOf(error)
      return null
    }
  }

  /** Reads the file again as it is now to be read; an answer that comes after a newer question is dropped. */
  const look = async () => {
    const file = from.value
    const mine = ++round
    if (!file) return
    looking.value = true
    const seen = await guard(() => call('glossary.preview', { from: file, ...reading.value }))
    if (mine !== round) return
    looking.value = false
    if (seen) preview.value = seen
  }
  const lookSoon = useDebounceFn(look, 250)

  const forget = () => {
    round++
    from.value = preview.value = report.value = undone.value = progress.value = null
    reading.value = {}
    problem.value = ''
    looking.value = stopping.value = false
    stage.value = 'choose'
  }

  /** Takes up the next file that waits. */
  const next = async () => {
    const [first, ...rest] = waiting.value
    if (!first) return
    forget()
    waiting.value = rest
    name.value = fileName(first)
    stage.value = 'preview'
    looking.value = true
    const mine = round
    const file = await guard(async () => (first instanceof File ? await upload(first) : first))
    // Another file was taken up meanwhile.
    if (mine !== round) return
    if (!file) {
      looking.value = false
      stage.value = 'choose'
      return
    }
    from.value = file
    const listed = (await guard(() => call('glossary.list', {}))) ?? []
    if (mine !== round) return
    glossaries.value = listed
    newName.value = baseName(name.value)
    into.value = startingGoal(glossaries.value, newName.value)
    await look()
  }
  const take = async (files: readonly (File | FileRef)[]) => {
    waiting.value = [...waiting.value, ...files]
    if (stage.value === 'choose' || stage.value === 'done') await next()
  }

  const change = (changes: { format?: string; encoding?: string; table?: TableLayout }) => {
    const { table: _, ...whole } = reading.value
    const now: Reading = { ...(changes.table ? reading.value : whole), ...(changes as Reading) }
    if (changes.format === '') delete now.format
    if (changes.encoding === '') delete now.encoding
    reading.value = now
    looking.value = true
    return changes.table ? lookSoon() : look()
  }

  const table = computed(() => {
    const shown = preview.value?.table
    return shown ? { ...shown, ...reading.value.table } : null
  })
  const ready = computed(
    () =>
      stage.value === 'preview' &&
      !looking.value &&
      preview.value !== null &&
      preview.value.error === null &&
      preview.value.entries > 0 &&
      (table.value === null || isMapped(table.value.columns)) &&
      (into.value !== 'new' || newName.value.trim() !== ''),
  )

  const isShown = () => shell.dialog?.name === 'glossaryImport'
  const showWith = (label: string) => ({
    label,
    onClick: () => void shell.open({ name: 'glossaryImport' }),
  })

  const run = async () => {
    const file = from.value
    if (!file || !ready.value) return
    const goal = into.value === 'new' ? newName.value.trim() : into.value
    madeGlossary = into.value === 'new' && !glossaries.value.some((each) => each.name === goal)
    problem.value = ''
    stopping.value = false
    progress.value = null
    stage.value = 'running'
    startedAt.value = performance.now()
    try {
      job = await startJob(
        'glossary.import',
        { from: file, ...reading.value, into: goal, existing: existing.value },
        (state) => (progress.value = state),
      )
      if (stopping.value) await job.cancel()
      const done = await job.result
      report.value = done
      stage.value = 'done'
      if (!isShown())
        toast.success(
          t('glossary.backgroundDone', { name: name.value, added: done.added, merged: done.merged }),
          { duration: 12_000, action: showWith(t('glossary.showReport')) },
        )
    } catch (error) {
      stage.value = 'preview'
      if (error instanceof AppError && error.code === 'cancelled')
        toast(t('glossary.stopped', { name: name.value }))
      else {
        problem.value = messageOf(error)
        if (!isShown())
          toast.error(t('glossary.backgroundFailed', { name: name.value, reason: problem.value }), {
            action: showWith(t('glossary.show')),
          })
      }
    } finally {
      job = null
    }
  }
  const stop = async () => {
    stopping.value = true
    await job?.cancel()
  }

  /** Takes back what was brought in; a glossary that was made for it and is empty again goes too. */
  const undo = async () => {
    const done = report.value
    if (!done) return
    undoing.value = true
    await guard(async () => {
      undone.value = await call('term.undo', { batch: done.batch })
      const left = (await call('glossary.list', {})).find(({ id }) => id === done.glossaryId)
      if (madeGlossary && left?.terms === 0) await call('glossary.remove', { id: left.id })
    })
    undoing.value = false
  }

  return {
    stage,
    waiting,
    name,
    preview,
    reading,
    looking,
    problem,
    glossaries,
    into,
    newName,
    existing,
    progress,
    startedAt,
    stopping,
    report,
    undone,
    undoing,
    table,
    ready,
    take,
    next,
    forget,
    change,
    run,
    stop,
    undo,
  }
})
