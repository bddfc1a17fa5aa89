import { toast } from 'vue-sonner'
import type { RefusalScope } from '#core/model/term.ts'
import type { TermHitDetail } from '#contract/term.ts'
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

/** Says that a hit is no term: here, in the article, or in this word everywhere. */
export const refuseHit = async (hit: TermHitDetail, scope: RefusalScope): Promise<void> => {
  const desk = useDesk()
  const id = desk.paragraph?.id
  if (!id) return
  try {
    const { start, end } = hit
    const refusal = await call('term.refuse', { paragraphId: id, start, end, scope })
    const word = scope === 'always' ? refusal.word : refusal.quote
    toast(t(`hit.refusedToast.${scope}`, { word }), {
      action: { label: t('hit.undo'), onClick: () => void acceptRefusals([refusal.id]) },
    })
  } catch (error) {
    toast.error(messageOf(error))
  }
}

/** The hit at the caret of the source, else the first of the paragraph's whose words are selected; null for none. */
export const hitAtCaret = (): TermHitDetail | null => {
  const desk = useDesk()
  const { side, offset } = desk.place
  if (side !== 'source') return null
  return desk.paragraphHits.find(({ start, end }) => start <= offset && offset <= end) ?? null
}
