import { computed, ref, shallowRef, type Ref } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { toast } from 'vue-sonner'
import type { ErrorShape } from '#contract/error.ts'
import type { FileRef } from '#contract/exchange.ts'
import type { JobState } from '#contract/job.ts'
import { upload, type RunningJob } from './client.ts'
import { isAppError, messageOf } from './errors.ts'

export type ImportStage = 'choose' | 'preview' | 'running' | 'done'

/** How a file is read, where the user says otherwise than it was taken. */
export interface AnyReading {
  format?: string | undefined
  encoding?: string | undefined
  table?: unknown
}

export interface AnyPreview {
  error: ErrorShape | null
  table: object | null
}

export interface FileImport<Preview extends AnyPreview, Reading extends AnyReading, Report> {
  /** The name of a file without its folders. */
  nameOf(file: File | FileRef): string
  preview(file: FileRef, reading: Reading): Promise<Preview>
  /** Nothing of the file before counts any more. */
  forget(): void
  /** Before the first look at a file of this name: what it may go into, and the like. */
  prepare(name: string): Promise<void>
  /** Whether the file holds anything, and everything that has to be said is said. */
  isReady(preview: Preview, table: Preview['table']): boolean
  start(file: FileRef, reading: Reading, onProgress: (state: JobState) => void): Promise<RunningJob<Report>>
  /** The dialog is open. */
  isShown(): boolean
  show(): void
  says: {
    stopped(name: string): string
    failed(name: string, reason: string): string
    done(name: string, report: Report): string
    show: string
    showReport: string
  }
}

/**
 * A file on its way in, step by step: chosen, looked at, read by a job. It outlives the dialog, since the work goes on while
 * that is put aside; further files wait their turn.
 */
export const createFileImport = <Preview extends AnyPreview, Reading extends AnyReading, Report>(
  own: FileImport<Preview, Reading, Report>,
) => {
  const stage = ref<ImportStage>('choose')
  const waiting = shallowRef<(File | FileRef)[]>([])
  const from = shallowRef<FileRef | null>(null)
  const name = ref('')
  const preview: Ref<Preview | null> = shallowRef(null)
  const reading: Ref<Reading> = shallowRef({} as Reading)
  const looking = ref(false)
  const problem = ref('')
  const progress = shallowRef<JobState | null>(null)
  const startedAt = ref(0)
  const stopping = ref(false)
  const report: Ref<Report | null> = shallowRef(null)
  let job: RunningJob<Report> | null = null
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
    const seen = await guard(() => own.preview(file, reading.value))
    if (mine !== round) return
    looking.value = false
    if (seen) preview.value = seen
  }
  const lookSoon = useDebounceFn(look, 250)

  const forget = () => {
    round++
    from.value = preview.value = report.value = progress.value = null
    reading.value = {} as Reading
    problem.value = ''
    looking.value = stopping.value = false
    stage.value = 'choose'
    own.forget()
  }

  /** Takes up the next file that waits. */
  const next = async () => {
    const [first, ...rest] = waiting.value
    if (!first) return
    forget()
    waiting.value = rest
    name.value = own.nameOf(first)
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
    await guard(() => own.prepare(name.value))
    if (mine === round) await look()
  }
  const take = async (files: readonly (File | FileRef)[]) => {
    waiting.value = [...waiting.value, ...files]
    if (stage.value === 'choose' || stage.value === 'done') await next()
  }

  const change = (changes: AnyReading) => {
    const { table: _, ...whole } = reading.value
    const now = { ...(changes.table ? reading.value : whole), ...changes } as Reading
    if (changes.format === '') delete now.format
    if (changes.encoding === '') delete now.encoding
    reading.value = now
    looking.value = true
    return changes.table ? lookSoon() : look()
  }

  /** As it was taken, where it is not said otherwise; null for what is no table. */
  const table = computed((): Preview['table'] => {
    const shown = preview.value?.table
    return shown ? { ...shown, ...(reading.value.table as object | undefined) } : null
  })
  const ready = computed(
    () =>
      stage.value === 'preview' &&
      !looking.value &&
      preview.value !== null &&
      preview.value.error === null &&
      own.isReady(preview.value, table.value),
  )

  const failed = (error: unknown) => {
    stage.value = 'preview'
    if (isAppError(error) && error.code === 'cancelled') return void toast(own.says.stopped(name.value))
    problem.value = messageOf(error)
    if (!own.isShown())
      toast.error(own.says.failed(name.value, problem.value), {
        action: { label: own.says.show, onClick: () => own.show() },
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
      job = await own.start(file, reading.value, (state) => (progress.value = state))
      if (stopping.value) await job.cancel()
      const done = await job.result
      report.value = done
      stage.value = 'done'
      if (!own.isShown())
        toast.success(own.says.done(name.value, done), {
          duration: 12_000,
          action: { label: own.says.showReport, onClick: () => own.show() },
        })
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

  return {
    ...{ stage, waiting, name, preview, reading, looking, problem, table, ready },
    ...{ progress, startedAt, stopping, report },
    ...{ take, next, forget, change, run, stop, guard },
  }
}
