import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { TermStep } from '../features/term/termSteps.ts'

export type View = 'desk' | 'glossary' | 'memory' | 'trash'
export type PanelTab = 'matches' | 'terms' | 'concordance' | 'notes' | 'history'

/** Dialogs are named with what they were opened with; one is open at a time. */
export type DialogRequest =
  | {
      name: 'import'
      files?: File[]
      refs?: { kind: 'path'; path: string }[]
      text?: string
      projectId?: number
    }
  | { name: 'export'; articleIds: number[] }
  | { name: 'details'; articleId: number }
  | { name: 'project'; projectId: number | null }
  | { name: 'move'; articleIds: number[] }
  | { name: 'term'; termId: number | null; source: string; target: string }
  | { name: 'mergeTerms'; ids: number[]; onMerged: () => void }
  | { name: 'duplicates' }
  | { name: 'termChanges' }
  /** With a project: which glossaries it uses. */
  | { name: 'glossaries'; projectId?: number }
  | { name: 'usedIn'; termId: number }
  /** `step`: the change of the term that led here, which is taken back with the replacement. */
  | { name: 'replaceTerm'; termId: number; from: string; to: string; step?: TermStep }
  | { name: 'glossaryImport'; files?: File[] }
  | { name: 'glossaryExport'; glossaryIds?: number[] }
  | { name: 'unit'; unitId: number }
  | { name: 'mergeUnits'; ids: number[]; onMerged: () => void }
  | { name: 'memories' }
  | { name: 'unitDuplicates' }
  | { name: 'clean' }
  | { name: 'memoryImport'; files?: File[] }
  | { name: 'memoryExport'; memoryIds?: number[]; unitIds?: number[] }
  /** Without articles and project: the open article. `fill`: it is to be pre-translated, too. */
  | { name: 'pretranslate'; articleIds?: number[]; projectId?: number; fill: boolean }
  | { name: 'repetitions'; articleIds?: number[]; projectId?: number }
  /** Without articles and project the dialog asks where to look, or shows again what was found before. */
  | { name: 'harvest'; articleIds?: number[]; projectId?: number }
  | { name: 'goto' }
  | { name: 'settings'; page?: 'general' | 'editor' | 'keys' }
  | { name: 'palette' }
  | { name: 'about' }
  | {
      name: 'confirm'
      title: string
      body: string
      action: string
      dangerous: boolean
      onConfirm: () => void
    }

/** What the window shows: which view, which dialog, which tab. Nothing of the data. */
export const useShell = defineStore('shell', () => {
  const view = ref<View>('desk')
  const articleId = ref<number | null>(null)
  const panelTab = ref<PanelTab>('matches')
  const dialog = ref<DialogRequest | null>(null)
  const memoryQuery = ref('')
  const glossaryQuery = ref('')

  const open = (request: DialogRequest) => (dialog.value = request)
  const close = () => (dialog.value = null)
  /** The paragraph the caret is wanted in once the article is open; whoever goes there takes it away. */
  const wantedParagraph = ref<number | null>(null)
  const openArticle = (id: number | null, paragraphId: number | null = null) => {
    wantedParagraph.value = paragraphId
    articleId.value = id
    view.value = 'desk'
  }
  const isDialogOpen = computed(() => dialog.value !== null)
  return {
    view,
    articleId,
    wantedParagraph,
    panelTab,
    dialog,
    memoryQuery,
    glossaryQuery,
    open,
    close,
    openArticle,
    isDialogOpen,
  }
})
