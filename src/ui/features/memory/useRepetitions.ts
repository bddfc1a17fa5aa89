import { onScopeDispose, watch } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import { toast } from 'vue-sonner'
import { call, isOwn, listen } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useDesk } from '../article/deskStore.ts'
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

  /** One step of the desk's undo, whoever takes it back: the key, or the button that says what happened. */
  const pushRun = (first: number) => {
    let [run, done] = [first, true]
    const turn = async (wanted: boolean) => {
      if (done === wanted) return
      done = wanted
      try {
        const back = await call('pretranslate.undo', { run })
        run = back.run
        await desk.session?.reload()
        if (back.left > 0) toast(t('memory.carriedStays', { count: back.left }))
      } catch (error) {
        toast.error(messageOf(error))
      }
    }
    desk.editor?.pushStep(
      t('memory.carry'),
      () => void turn(false),
      () => void turn(true),
    )
    return () => void turn(false)
  }

  desk.carry = async (paragraphId) => {
    const { paragraphIds, left, run, articles } = await call('repetition.propagate', { paragraphId })
    if (run === null) return
    await desk.session?.reload()
    const undo = pushRun(run)
    const stays = left.apart + left.locked + left.confirmed
    const says = [
      articles > 1 ? t('memory.carriedArticles', { count: articles }) : '',
      stays > 0 ? t('memory.carriedLeft', { count: stays }) : '',
    ]
    toast(t('memory.carried', { count: paragraphIds.length }), {
      description: says.filter((each) => each !== '').join(' '),
      action: { label: t('article.undo'), onClick: undo },
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
