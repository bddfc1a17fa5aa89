import { ref, shallowRef, type Ref } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { AppError } from '#contract/error.ts'
import type { Term } from '#core/model/term.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import type { EditedColumn } from './columns.ts'

export interface CellEdit {
  term: Term
  column: EditedColumn
  text: string
  problem: string
  /** What the glossaries already say of it, as far as it was looked up. */
  duplicates: Term[]
  conflicts: Term[]
}

export interface CellEditing {
  edit: Ref<CellEdit | null>
  /** A cell that was to be edited and is in a read-only glossary. */
  refused: Ref<{ term: Term; column: EditedColumn } | null>
  begin(term: Term, column: EditedColumn): Promise<void>
  change(text: string): void
  /** False where something stands against it; that is then shown at the cell. What is new is shown before it is saved. */
  save(): Promise<boolean>
  leave(): void
}

/** One cell of the table at a time, with what is typed in it until it is saved or left. */
export const useCellEditing = (
  isReadOnly: (glossaryId: number) => boolean,
  saved: (before: Term, after: Term, batch: number | null) => void,
): CellEditing => {
  const edit = ref<CellEdit | null>(null)
  const refused = shallowRef<{ term: Term; column: EditedColumn } | null>(null)
  /** The text whose conflicts are on show. */
  let looked: string | null = null
  let saving: Promise<boolean> | null = null

  const look = async (now: CellEdit): Promise<void> => {
    const { term, column, text } = now
    const found = await call('term.check', {
      source: column === 'source' ? text : term.source,
      target: column === 'target' ? text : term.target,
      exceptId: term.id,
    })
    if (now.text !== text) return
    Object.assign(now, found)
    looked = text
  }
  const needsLook = ({ column }: CellEdit) => column === 'source' || column === 'target'
  const lookSoon = useDebounceFn(() => {
    const now = edit.value
    if (now && needsLook(now) && now.text.trim() !== '' && looked !== now.text)
      void look(now).catch(() => undefined)
  }, 150)

  const leave = () => {
    edit.value = null
    refused.value = null
    looked = null
  }

  const put = async (now: CellEdit): Promise<boolean> => {
    const { term, column } = now
    const text = now.text.trim()
    if (text === term[column]) {
      leave()
      return true
    }
    if (text === '' && needsLook(now)) {
      now.problem = t('term.needed')
      return false
    }
    try {
      if (needsLook(now) && looked !== now.text) {
        await look(now)
        if (now.duplicates.length + now.conflicts.length > 0) return false
      }
      const { term: after, batch } = await call('term.update', { id: term.id, [column]: text })
      if (edit.value === now) leave()
      saved(term, after, batch)
      return true
    } catch (error) {
      const twin = error instanceof AppError && error.code === 'duplicate'
      now.problem = twin ? t('term.duplicate') : messageOf(error)
      return false
    }
  }

  const save = (): Promise<boolean> => {
    if (!edit.value) return Promise.resolve(true)
    // Enter and the loss of the focus that follows it are one wish.
    return (saving ??= put(edit.value).finally(() => (saving = null)))
  }

  return {
    ...{ edit, refused, leave },
    async begin(term, column) {
      // What is typed elsewhere is saved first; where something stands against it, it stays to be seen.
      const before = edit.value
      if (before && !(await save()) && edit.value === before) return
      leave()
      if (isReadOnly(term.glossaryId)) refused.value = { term, column }
      else edit.value = { term, column, text: term[column], problem: '', duplicates: [], conflicts: [] }
    },
    change(text) {
      if (!edit.value) return
      Object.assign(edit.value, { text, problem: '', duplicates: [], conflicts: [] })
      looked = null
      void lookSoon()
    },
    save,
  }
}
