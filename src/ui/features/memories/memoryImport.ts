import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { toast } from 'vue-sonner'
import type { FileRef } from '#contract/exchange.ts'
import type { InputOf, ResultOf } from '#contract/index.ts'
import type { JobState } from '#contract/job.ts'
import type { Memory } from '#contract/memory.ts'
import type { MemoryImportReport, UnitLayout, UnitPreview } from '#contract/memoryExchange.ts'
import { call, startJob, upload, type RunningJob } from '../../app/client.ts'
import { isAppError, messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { isMapped } from '../../kit/columns.ts'
import { baseName, fileName } from '../glossary/importGoal.ts'

type Reading = Pick<InputOf<'memory.import'>, 'format' | 'encoding' | 'table'>
export type ImportStage = 'choose' | 'preview' | 'running' | 'done'
export type WhenCancelled = 'nothing' | 'keep'

/** The memory of the file's name, from which it may once have come; else a new one. */
export const startingMemory = (memories: readonly Memory[], name: string): number | 'new' =>
  memories.find((each) => each.name === name)?.id ?? 'new'

/**
 * One file of units on its way in. A store and not the dialog's own, since the work goes on while the dialog is put
 * aside, and its report is shown by the dialog that is opened then. Further files wait their turn.
 */
export const useMemoryImport = defineStore('memoryImport', () => {
  const shell = useShell()
  const stage = ref<ImportStage>('choose')
  const waiting = shallowRef<(File | FileRef)[]>([])
  const from = shallowRef<FileRef | null>(null)
  const name = ref('')
  const preview = shallowRef<UnitPreview | null>(null)
  const reading = shallowRef<Reading>({})
  const looking = ref(false)
  const problem = ref('')
  const memories = shallowRef<Memory[]>([])
  const into = ref<number | 'new'>('new')
  const newName = ref('')
  const whenCancelled = ref<WhenCancelled>('nothing')
  const progress = shallowRef<JobState | null>(null)
  const startedAt = ref(0)
  const stopping = ref(false)
  const report = shallowRef<MemoryImportReport | null>(null)
  const undone = shallowRef<ResultOf<'unit.undo'> | null>(null)
  const undoing = ref(false)
  let job: RunningJob<MemoryImportReport> | null = null
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

  /** Reads the beginning again as it is now to be read; an answer that comes after a newer question is dropped. */
  const look = async () => {
    const file = from.value
    const mine = ++round
    if (!file) return
    looking.value = true
    const seen = await guard(() => call('memory.preview', { from: file, ...reading.value }))
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
    const listed = (await guard(() => call('memory.list', {}))) ?? []
    if (mine !== round) return
    memories.value = listed
    newName.value = baseName(name.value)
    into.value = startingMemory(listed, newName.value)
    await look()
  }
  const take = async (files: readonly (File | FileRef)[]) => {
    waiting.value = [...waiting.value, ...files]
    if (stage.value === 'choose' || stage.value === 'done') await next()
  }

  const change = (changes: { format?: string; encoding?: string; table?: UnitLayout }) => {
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
      preview.value.sample.length > 0 &&
      (table.value === null || isMapped(table.value.columns)) &&
      (into.value !== 'new' || newName.value.trim() !== ''),
  )

  const isShown = () => shell.dialog?.name === 'memoryImport'
  const showWith = (label: string) => ({
    label,
    onClick: () => void shell.open({ name: 'memoryImport' }),
  })
  const failed = (error: unknown) => {
    stage.value = 'preview'
    if (isAppError(error) && error.code === 'cancelled')
      return void toast(t('memories.stopped', { name: name.value }))
    problem.value = messageOf(error)
    if (!isShown())
      toast.error(t('memories.backgroundFailed', { name: name.value, reason: problem.value }), {
        action: showWith(t('memories.show')),
      })
  }

  const run = async () => {
    const file = from.value
    if (!file || !ready.value) return
    problem.value = ''
    stopping.value = false
    progress.value = null
    stage.value = 'running'
    startedAt.value = performance.now()
    try {
      job = await startJob(
        'memory.import',
        {
          from: file,
          ...reading.value,
          into: into.value === 'new' ? newName.value.trim() : into.value,
          whenCancelled: whenCancelled.value,
        },
        (state) => (progress.value = state),
      )
      if (stopping.value) await job.cancel()
      const done = await job.result
      report.value = done
      stage.value = 'done'
      if (!isShown())
        toast.success(
          t('memories.backgroundDone', { name: name.value, added: done.added, merged: done.merged }),
          { duration: 12_000, action: showWith(t('memories.showReport')) },
        )
    } catch (error) {
      failed(error)
    } finally {
      job = null
    }
  }
  const stop = async () => {
    stopping.value = true
    await job?.cancel()
  }

  /** Takes back what was brought in. */
  const undo = async () => {
    const done = report.value
    if (!done) return
    undoing.value = true
    const back = await guard(() => call('unit.undo', { batch: done.batch }))
    if (back) undone.value = back
    undoing.value = false
  }

  return {
    ...{ stage, waiting, name, preview, reading, looking, problem, memories, into, newName, whenCancelled },
    ...{ progress, startedAt, stopping, report, undone, undoing, table, ready },
    ...{ take, next, forget, change, run, stop, undo },
  }
})
