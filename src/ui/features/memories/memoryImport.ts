import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { InputOf, ResultOf } from '#contract/index.ts'
import type { Memory } from '#contract/memory.ts'
import type { MemoryImportReport, UnitPreview } from '#contract/memoryExchange.ts'
import { call, startJob } from '../../app/client.ts'
import { createFileImport } from '../../app/fileImport.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { isMapped } from '../../kit/columns.ts'
import { baseName, fileName } from '../glossary/importGoal.ts'

type Reading = Pick<InputOf<'memory.import'>, 'format' | 'encoding' | 'table'>
export type WhenCancelled = 'nothing' | 'keep'

/** The memory of the file's name, from which it may once have come; else a new one. */
export const startingMemory = (memories: readonly Memory[], name: string): number | 'new' =>
  memories.find((each) => each.name === name)?.id ?? 'new'

/** One file of units on its way in. */
export const useMemoryImport = defineStore('memoryImport', () => {
  const shell = useShell()
  const memories = shallowRef<Memory[]>([])
  const into = ref<number | 'new'>('new')
  const newName = ref('')
  const whenCancelled = ref<WhenCancelled>('nothing')
  const undone = shallowRef<ResultOf<'unit.undo'> | null>(null)
  const undoing = ref(false)

  const work = createFileImport<UnitPreview, Reading, MemoryImportReport>({
    nameOf: fileName,
    preview: (from, reading) => call('memory.preview', { from, ...reading }),
    forget: () => (undone.value = null),
    prepare: async (name) => {
      newName.value = baseName(name)
      memories.value = await call('memory.list', {})
      into.value = startingMemory(memories.value, newName.value)
    },
    isReady: ({ sample }, table) =>
      sample.length > 0 &&
      (table === null || isMapped(table.columns)) &&
      (into.value !== 'new' || newName.value.trim() !== ''),
    start: (from, reading, onProgress) =>
      startJob(
        'memory.import',
        {
          from,
          ...reading,
          into: into.value === 'new' ? newName.value.trim() : into.value,
          whenCancelled: whenCancelled.value,
        },
        onProgress,
      ),
    isShown: () => shell.dialog?.name === 'memoryImport',
    show: () => void shell.open({ name: 'memoryImport' }),
    says: {
      stopped: (name) => t('memories.stopped', { name }),
      failed: (name, reason) => t('memories.backgroundFailed', { name, reason }),
      done: (name, { added, merged }) => t('memories.backgroundDone', { name, added, merged }),
      show: t('memories.show'),
      showReport: t('memories.showReport'),
    },
  })

  /** Takes back what was brought in. */
  const undo = async () => {
    const done = work.report.value
    if (!done) return
    undoing.value = true
    const back = await work.guard(() => call('unit.undo', { batch: done.batch }))
    if (back) undone.value = back
    undoing.value = false
  }

  const { guard: _, ...steps } = work
  return { ...steps, memories, into, newName, whenCancelled, undone, undoing, undo }
})
