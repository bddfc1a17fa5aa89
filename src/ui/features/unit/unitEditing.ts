import { ref, type Ref } from 'vue'
import type { TranslationUnit } from '#core/model/memory.ts'
import { call } from '../../app/client.ts'
import { isAppError, messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import type { EditedColumn } from './unitColumns.ts'

export interface UnitEdit {
  unit: TranslationUnit
  column: EditedColumn
  text: string
  problem: string
  /** What stands there by now, where it was changed elsewhere meanwhile; null where it was not. */
  theirs: string | null
}

export interface UnitEditing {
  edit: Ref<UnitEdit | null>
  begin(unit: TranslationUnit, column: EditedColumn): Promise<void>
  change(text: string): void
  /** False where something stands against it; that is then shown at the cell, and what was typed stays. */
  save(): Promise<boolean>
  leave(): void
}

/** A unit stands in one line: breaks that came with a paste become blanks. */
export const inOneLine = (text: string): string =>
  text.replace(/\s*[\n\r\v\f\u2028\u2029\u0085]+\s*/g, ' ').trim()

/** One cell of the table at a time, with what is typed in it until it is saved or left. */
export const useUnitEditing = (
  saved: (before: TranslationUnit, after: TranslationUnit) => void,
): UnitEditing => {
  const edit = ref<UnitEdit | null>(null)
  let saving: Promise<boolean> | null = null

  const leave = () => {
    edit.value = null
  }
  /** Looks what is there now, so that saving once more is meant against that. */
  const meet = async (now: UnitEdit): Promise<void> => {
    const there = await call('unit.get', { id: now.unit.id })
    now.theirs = there[now.column]
    now.unit = there
    now.problem = t('unit.changedMeanwhile')
  }
  const put = async (now: UnitEdit): Promise<boolean> => {
    const { unit, column } = now
    const text = inOneLine(now.text)
    if (text === unit[column]) {
      leave()
      return true
    }
    if (text === '' && column === 'source') {
      now.problem = t('unit.needed')
      return false
    }
    try {
      const after = await call('unit.update', { id: unit.id, updatedAt: unit.updatedAt, [column]: text })
      if (edit.value === now) leave()
      saved(unit, after)
      return true
    } catch (error) {
      now.problem = messageOf(error)
      if (isAppError(error) && error.code === 'conflict') await meet(now).catch(() => undefined)
      return false
    }
  }
  const save = (): Promise<boolean> => {
    if (!edit.value) return Promise.resolve(true)
    // Enter and the loss of the focus that follows it are one wish.
    return (saving ??= put(edit.value).finally(() => (saving = null)))
  }
  return {
    ...{ edit, leave, save },
    async begin(unit, column) {
      // What is typed elsewhere is saved first; where something stands against it, it stays to be seen.
      const before = edit.value
      if (before && !(await save()) && edit.value === before) return
      edit.value = { unit, column, text: unit[column], problem: '', theirs: null }
    },
    change(text) {
      if (edit.value) Object.assign(edit.value, { text, problem: '' })
    },
  }
}
