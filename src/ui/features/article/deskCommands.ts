import { nextTick, onScopeDispose } from 'vue'
import { toast } from 'vue-sonner'
import { ANNOTATION_KINDS, type AnnotationKind } from '#core/model/annotation.ts'
import { smallestAt } from '#core/model/anchor.ts'
import { call } from '../../app/client.ts'
import { provideCommands } from '../../app/commands.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useSettings } from '../../app/settings.ts'
import { useShell } from '../../app/shell.ts'
import type { CommandId } from '#contract/commands.ts'
import { useOpenConcordance } from '../concordance/openConcordance.ts'
import { handOver } from '../exchange/handOver.ts'
import { useHitCommands } from '../hit/hitCommands.ts'
import { useMatchCommands } from '../memory/matchCommands.ts'
import { useRepetitions } from '../memory/useRepetitions.ts'
import { useDesk } from './deskStore.ts'
import { joinParagraph, splitParagraph } from './structure.ts'
import { linesOf } from '../../editor/pasteLines.ts'

/** What the desk's commands do. Each takes the paragraph under the caret. */
export const useDeskCommands = () => {
  const desk = useDesk()
  const shell = useShell()
  const settings = useSettings()
  const index = () => desk.place.index

  const failed = (error: unknown) => void toast.error(messageOf(error))

  const goTo = (to: number, offset?: number) => {
    const paragraph = desk.session?.at(to)
    if (!paragraph) return
    void desk.session?.flush()
    desk.editor?.goTo({ side: 'target', index: to, offset: offset ?? paragraph.target.length })
  }

  const next = () => {
    if (desk.editor?.isEditingSource) return desk.editor.finishSourceEditing()
    goTo(Math.min(index() + 1, (desk.session?.paragraphs.length ?? 1) - 1))
  }

  const confirm = () => {
    const { session } = desk
    const paragraph = session?.at(index())
    if (!session || !paragraph) return
    // A locked one is done with; the key goes on all the same.
    if (paragraph.locked) return next()
    if (paragraph.target.trim() === '') return void toast(t('article.nothingToConfirm'))
    const here = index()
    const { id } = paragraph
    session
      .setStatus(here, 'confirmed')
      .then(() => {
        // What is not on disk is not carried anywhere.
        if (id !== null && paragraph.status === 'confirmed' && session.state.value.kind !== 'failed')
          return desk.carry?.(id)
      })
      .catch(failed)
    const onward = session.nextUnconfirmed(here)
    if (onward >= 0) goTo(onward)
    else toast.success(t('article.allConfirmed'))
  }

  const annotate = async (kind: AnnotationKind) => {
    const chosen = desk.selection
    const paragraph = chosen ? desk.session?.at(chosen.index) : undefined
    if (!chosen || !paragraph || paragraph.id === null) return void toast(t('article.selectFirst'))
    try {
      // Spans of the target are counted in the text that is stored.
      await desk.session?.flush()
      const added = await call('annotation.add', {
        paragraphId: paragraph.id,
        side: chosen.side,
        start: chosen.start,
        end: chosen.end,
        quote: chosen.text,
        kind,
      })
      await desk.session?.reloadAnnotations()
      desk.annotationId = added.id
      shell.panelTab = 'notes'
    } catch (error) {
      failed(error)
    }
  }

  /** Annotations in the order they stand in the article. */
  const ordered = () => {
    const session = desk.session
    if (!session) return []
    return session.annotations.value
      .filter((each) => !each.orphaned)
      .map((annotation) => ({ annotation, index: session.indexOf(annotation.paragraphId) }))
      .filter((each) => each.index >= 0)
      .sort(
        (a, b) =>
          a.index - b.index || a.annotation.start - b.annotation.start || a.annotation.id - b.annotation.id,
      )
  }

  const stepAnnotation = (step: 1 | -1) => {
    const all = ordered().filter(({ annotation }) => !annotation.resolved)
    if (all.length === 0) return void toast(t('article.noAnnotations'))
    const current = all.findIndex(({ annotation }) => annotation.id === desk.annotationId)
    const here = index()
    const fresh =
      step > 0 ? all.findIndex((each) => each.index >= here) : all.findLastIndex((each) => each.index <= here)
    const goal = all[current >= 0 ? (current + step + all.length) % all.length : Math.max(0, fresh)]
    if (!goal) return
    const { annotation } = goal
    // In the translation nothing is selected: the next key would replace it.
    if (annotation.side === 'target')
      desk.editor?.goTo({ side: 'target', index: goal.index, offset: annotation.start })
    else desk.editor?.select('source', goal.index, annotation.start, annotation.end)
    desk.annotationId = annotation.id
    shell.panelTab = 'notes'
  }

  const chosenAnnotation = () => {
    const here = desk.annotationsHere
    const chosen = here.find(({ id }) => id === desk.annotationId)
    const { side, offset } = desk.place
    return (
      chosen ??
      smallestAt(
        here.filter((each) => each.side === side),
        offset,
      ) ??
      null
    )
  }

  const resolveAnnotation = async () => {
    const annotation = chosenAnnotation()
    if (!annotation) return
    await call('annotation.update', { id: annotation.id, resolved: !annotation.resolved }).catch(failed)
    await desk.session?.reloadAnnotations()
  }

  const removeAnnotation = async (id?: number) => {
    const gone = id ?? chosenAnnotation()?.id
    if (gone === undefined) return
    await call('annotation.remove', { id: gone }).catch(failed)
    await desk.session?.reloadAnnotations()
    toast(t('article.annotationRemoved'), {
      action: {
        label: t('article.undo'),
        onClick: () =>
          void call('annotation.restore', { id: gone }).then(() => desk.session?.reloadAnnotations()),
      },
    })
  }

  const split = () => {
    const { session, editor } = desk
    if (session && editor && !splitParagraph(session, editor, index(), t('article.split'), failed))
      toast(t('article.cannotSplit'))
  }
  const join = () => {
    const { session, editor } = desk
    if (session && editor && !joinParagraph(session, editor, index(), t('article.join'), failed))
      toast(t('article.cannotJoin'))
  }

  const lock = () => {
    const { session, editor } = desk
    const here = index()
    const paragraph = session?.at(here)
    if (!session || !editor || !paragraph) return
    const set = (locked: boolean) => void session.lock(here, locked).catch(failed)
    const locked = !paragraph.locked
    set(locked)
    editor.pushStep(
      t('article.lock'),
      () => set(!locked),
      () => set(locked),
    )
  }

  /** Fills this paragraph and those after it with lines, one each, as far as they are not locked. */
  const pasteOver = (lines: string[]) => {
    const { session, editor } = desk
    if (!session || !editor) return
    const free = session.paragraphs.map((paragraph, place) => ({ paragraph, place })).slice(index())
    const goals = free.filter(({ paragraph }) => !paragraph.locked)
    editor.setTargets(lines.slice(0, goals.length).map((text, n) => ({ index: goals[n]?.place ?? 0, text })))
    if (lines.length > goals.length) toast(t('article.pasteLeftOver', { count: lines.length - goals.length }))
  }
  const pasteFromClipboard = async () => {
    try {
      pasteOver(linesOf(await navigator.clipboard.readText()))
    } catch {
      toast.error(t('article.noClipboard'))
    }
  }

  /** The format and layout of last time, without the dialog. */
  const exportAgain = async () => {
    const { session } = desk
    if (!session) return
    try {
      await session.flush()
      const { exportFormat: format, exportLayout } = settings.values
      const title = session.article.value.title
      const running = await handOver(
        { articleIds: [session.id], format, layout: format === 'txt' ? 'target' : exportLayout, title },
        () => undefined,
      )
      const files = await running?.result
      if (files?.[0]) toast.success(t('exchange.again', { name: files[0].path || files[0].name }))
    } catch (error) {
      failed(error)
    }
  }

  const openConcordance = useOpenConcordance()
  const matches = useMatchCommands()
  const repetitions = useRepetitions()
  onScopeDispose(matches.stop)
  const runs: Partial<Record<CommandId, () => void | Promise<void>>> = {
    'paragraph.next': next,
    'paragraph.previous': () => goTo(Math.max(0, index() - 1)),
    'paragraph.nextUntranslated': () => {
      const onward = desk.session?.nextUnconfirmed(index()) ?? -1
      if (onward >= 0) goTo(onward)
      else toast.success(t('article.allConfirmed'))
    },
    'paragraph.goto': () => void shell.open({ name: 'goto' }),
    'paragraph.confirm': confirm,
    'paragraph.unconfirm': () => {
      desk.session?.setStatus(index(), 'draft').catch(failed)
    },
    'paragraph.lock': lock,
    'paragraph.split': split,
    'paragraph.join': join,
    'paragraph.editSource': () => {
      if (desk.paragraph?.locked && desk.editingSource === null) desk.refused = index()
      else desk.editor?.toggleSourceEditing(index())
    },
    'paragraph.copySource': () => {
      const paragraph = desk.paragraph
      if (paragraph && !paragraph.locked) desk.session?.put(index(), paragraph.source, 'typed')
    },
    'paragraph.paste': pasteFromClipboard,
    'edit.undo': () => desk.editor?.undo(),
    'edit.redo': () => desk.editor?.redo(),
    'edit.selectParagraph': () => {
      const { side, index: here } = desk.place
      const text = desk.session?.at(here)?.[side] ?? ''
      desk.editor?.select(side, here, 0, text.length)
    },
    'edit.find': () => desk.editor?.find(false),
    'edit.replace': () => desk.editor?.find(true),
    'editor.complete': () => desk.editor?.complete(),
    ...useHitCommands(),
    ...matches.runs,
    'repetition.apart': () => repetitions.toggleApart().catch(failed),
    'memory.concordance': () => openConcordance({ ask: true }),
    'view.concordance': () => openConcordance({ ask: false }),
    'annotation.next': () => stepAnnotation(1),
    'annotation.previous': () => stepAnnotation(-1),
    'annotation.resolve': resolveAnnotation,
    'annotation.remove': () => removeAnnotation(),
    'article.export': () => {
      if (desk.session) shell.open({ name: 'export', articleIds: [desk.session.id] })
    },
    'article.exportAgain': exportAgain,
    'article.details': () => {
      if (desk.session) shell.open({ name: 'details', articleId: desk.session.id })
    },
    'focus.other': () => desk.editor?.focus(desk.editor.focusedSide === 'source' ? 'target' : 'source'),
    'view.terms': async () => {
      shell.panelTab = 'terms'
      if (!settings.values.showPanel) void settings.change({ showPanel: true, focusMode: false })
      await nextTick()
      document.querySelector<HTMLElement>('[data-terms] [data-insert]:enabled')?.focus()
    },
    'view.notes': () => void (shell.panelTab = 'notes'),
    'view.history': () => void (shell.panelTab = 'history'),
  }
  for (const kind of ANNOTATION_KINDS) runs[`annotation.${kind}`] = () => annotate(kind)

  onScopeDispose(provideCommands(runs, () => desk.session !== null && shell.view === 'desk'))
  return { goTo, annotate, removeAnnotation, pasteOver, ordered }
}

export type DeskCommands = ReturnType<typeof useDeskCommands>
