import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Glossary, GlossaryPreview, ImportReport } from '#contract/glossary.ts'
import type { InputOf, ResultOf } from '#contract/index.ts'
import { call, startJob } from '../../app/client.ts'
import { createFileImport } from '../../app/fileImport.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import { isMapped } from '../../kit/columns.ts'
import { baseName, fileName, startingGoal } from './importGoal.ts'

type Reading = Pick<InputOf<'glossary.import'>, 'format' | 'encoding' | 'table'>
export type Existing = 'merge' | 'overwrite' | 'skip'

/** One glossary file on its way in. */
export const useGlossaryImport = defineStore('glossaryImport', () => {
  const shell = useShell()
  const glossaries = shallowRef<Glossary[]>([])
  const into = ref<number | 'new'>('new')
  const newName = ref('')
  const existing = ref<Existing>('merge')
  const undone = shallowRef<ResultOf<'term.undo'> | null>(null)
  const undoing = ref(false)
  let madeGlossary = false

  const work = createFileImport<GlossaryPreview, Reading, ImportReport>({
    nameOf: fileName,
    preview: (from, reading) => call('glossary.preview', { from, ...reading }),
    forget: () => (undone.value = null),
    prepare: async (name) => {
      newName.value = baseName(name)
      glossaries.value = await call('glossary.list', {})
      into.value = startingGoal(glossaries.value, newName.value)
    },
    isReady: ({ entries }, table) =>
      entries > 0 &&
      (table === null || isMapped(table.columns)) &&
      (into.value !== 'new' || newName.value.trim() !== ''),
    start: (from, reading, onProgress) => {
      const goal = into.value === 'new' ? newName.value.trim() : into.value
      madeGlossary = into.value === 'new' && !glossaries.value.some((each) => each.name === goal)
      return startJob(
        'glossary.import',
        { from, ...reading, into: goal, existing: existing.value },
        onProgress,
      )
    },
    isShown: () => shell.dialog?.name === 'glossaryImport',
    show: () => void shell.open({ name: 'glossaryImport' }),
    says: {
      stopped: (name) => t('glossary.stopped', { name }),
      failed: (name, reason) => t('glossary.backgroundFailed', { name, reason }),
      done: (name, { added, merged }) => t('glossary.backgroundDone', { name, added, merged }),
      show: t('glossary.show'),
      showReport: t('glossary.showReport'),
    },
  })

  /** Takes back what was brought in; a glossary that was made for it and is empty again goes too. */
  const undo = async () => {
    const done = work.report.value
    if (!done) return
    undoing.value = true
    await work.guard(async () => {
      undone.value = await call('term.undo', { batch: done.batch })
      const left = (await call('glossary.list', {})).find(({ id }) => id === done.glossaryId)
      if (madeGlossary && left?.terms === 0) await call('glossary.remove', { id: left.id })
    })
    undoing.value = false
  }

  const { guard: _, ...steps } = work
  return { ...steps, glossaries, into, newName, existing, undone, undoing, undo }
})
