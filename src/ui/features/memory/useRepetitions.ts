import { onScopeDispose, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { toast } from 'vue-sonner'
import { call, isOwn, listen } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useDesk } from '../article/deskStore.ts'
import type { DeskEditor } from '../../editor/deskEditor.ts'
import type { ArticleSession } from '../article/session.ts'
import { repetitionsById } from './repetitions.ts'

/** Which paragraphs of the open article repeat others, and what confirming one does to them. */
export const useRepetitions = () => {
  const desk = useDesk()

  const load = async () => {
    const { session } = desk
    const groups = session ? await call('repetition.list', { articleId: session.id }).catch(() => []) : []
    if (desk.session === session) desk.repetitions = repetitionsById(groups)
  }
  const loadSoon = useDebounceFn(load, 300)
  watch(
    () => desk.session,
    () => {
      desk.repetitions = new Map()
      void loadSoon()
    },
  )
  onScopeDispose(
    listen((event) => {
      // What one types changes no source.
      if (event.type === 'structure' || event.type === 'elsewhere') void loadSoon()
      else if (event.type === 'article' && !isOwn(event)) void loadSoon()
    }),
  )

  /**
   * Shows what was filled in and makes it one step of the desk's undo, whoever takes it back: the key, or the button
   * that says what happened. Gives what the button does.
   */
  const show = (
    session: ArticleSession,
    editor: DeskEditor,
    ids: readonly number[],
    text: string,
    first: number,
  ) => {
    // Left meanwhile, there is nothing to be shown, and its undo is gone with it.
    const places = (desk.session === session ? ids : []).flatMap((id) => {
      const index = session.indexOf(id)
      const paragraph = session.at(index)
      return paragraph && !session.isUnsaved(index) ? [{ index, before: paragraph.target }] : []
    })
    const turn = async () => {
      try {
        const back = await call('pretranslate.undo', { run })
        run = back.run
        // Whatever is open by now.
        await desk.session?.reload()
        if (back.left > 0) toast(t('memory.carriedStays', { count: back.left }))
      } catch (error) {
        toast.error(messageOf(error))
      }
    }
    let run = first
    /** Taken back out of its turn: from then on its step is one of text like any other. */
    let spent = false
    const put = (texts: readonly { index: number; text: string }[]) => {
      editor.showTargets(texts)
      for (const each of texts) {
        if (spent) session.typed(each.index, each.text, 'propagation')
        else session.took(each.index, each.text)
      }
    }
    const after = places.map(({ index }) => ({ index, text }))
    const before = places.map(({ index, before: was }) => ({ index, text: was }))
    put(after)
    const step = (undo: () => void, redo: () => void) =>
      desk.session === session ? editor.pushStep(t('memory.carry'), undo, redo) : () => false
    const isLast = step(
      () => {
        put(before)
        if (!spent) void turn()
      },
      () => {
        put(after)
        if (!spent) void turn()
      },
    )
    return () => {
      if (desk.session === session && isLast()) return editor.undo()
      spent = true
      void turn()
    }
  }

  desk.carry = async (paragraphId) => {
    const { session, editor } = desk
    const text = session?.at(session.indexOf(paragraphId))?.target
    if (!session || !editor || text === undefined) return
    const { paragraphIds, left, run, articles } = await call('repetition.propagate', { paragraphId })
    if (run === null) return
    await new Promise<void>((resolve) => editor.whenComposed(resolve))
    const undo = show(session, editor, paragraphIds, text, run)
    await desk.session?.reload()
    const stays = left.apart + left.locked + left.confirmed
    const says = [
      articles > 1 ? t('memory.carriedArticles', { count: articles }) : '',
      stays > 0 ? t('memory.carriedLeft', { count: stays }) : '',
    ]
    toast(t('memory.carried', { count: paragraphIds.length }), {
      description: says.filter((each) => each !== '').join(' '),
      action: { label: t('article.undo'), onClick: undo },
      duration: 8_000,
    })
  }

  const toggleApart = async () => {
    const paragraphId = desk.paragraph?.id
    if (paragraphId == null) return
    const { apart } = await call('repetition.apart', { paragraphId })
    await load()
    toast(t(apart ? 'memory.keptApart' : 'memory.notApart'))
  }
  return { toggleApart }
}
