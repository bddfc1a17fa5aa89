import { toast } from 'vue-sonner'
import type { RefusalScope } from '#core/model/term.ts'
import type { Refusal, TermHitDetail } from '#contract/term.ts'
import { wordAround } from '#core/term/fold.ts'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'
import { useDesk } from '../article/deskStore.ts'

/** The whole word a hit of the paragraph under the caret stands in. */
export const wordOf = ({ start, end }: TermHitDetail): string =>
  wordAround(useDesk().paragraph?.source ?? '', start, end)

export const acceptRefusals = async (ids: number[]): Promise<void> => {
  try {
    await call('term.accept', { ids })
  } catch (error) {
    toast.error(messageOf(error))
  }
}

/**
 * Says that a hit is no term: here, in the article, or in this word everywhere. A step of the desk's undo like any
 * edit: Ctrl+Z takes it back before it touches any text.
 */
export const refuseHit = async (hit: TermHitDetail, scope: RefusalScope): Promise<void> => {
  const desk = useDesk()
  const { editor } = desk
  const id = desk.paragraph?.id
  if (!id) return
  const { start, end } = hit
  const refuse = () => call('term.refuse', { paragraphId: id, start, end, scope })
  const failed = (error: unknown) => void toast.error(messageOf(error))
  try {
    let refusal: Refusal | null = await refuse()
    const word = scope === 'always' ? refusal.word : refusal.quote
    /** Once, by key or by the toast. */
    const takeBack = async () => {
      const taken = refusal
      refusal = null
      if (taken) await call('term.accept', { ids: [taken.id] })
    }
    const shown = toast(t(`hit.refusedToast.${scope}`, { word }), {
      action: { label: t('hit.undo'), onClick: () => void takeBack().catch(failed) },
    })
    editor?.pushStep(
      t(`hit.refusedToast.${scope}`, { word }),
      () => {
        toast.dismiss(shown)
        // Taken back already, the step is none any more, and the one before it is meant.
        if (!refusal) return void setTimeout(() => editor.undo())
        void takeBack()
          .then(() => toast(t('hit.termAgain', { word })))
          .catch(failed)
      },
      () =>
        void refuse()
          .then((again) => {
            refusal = again
            toast(t(`hit.refusedToast.${scope}`, { word }))
          })
          .catch(failed),
    )
  } catch (error) {
    failed(error)
  }
}

/** The hit at the caret of the source, else the first of the paragraph's whose words are selected; null for none. */
export const hitAtCaret = (): TermHitDetail | null => {
  const desk = useDesk()
  const { side, offset } = desk.place
  if (side !== 'source') return null
  return desk.paragraphHits.find(({ start, end }) => start <= offset && offset <= end) ?? null
}
