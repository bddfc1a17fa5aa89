import { computed } from 'vue'
import { PARTS_OF_SPEECH, TERM_STATUSES, type PartOfSpeech, type TermStatus } from '#core/model/term.ts'
import { t } from '../../app/i18n.ts'

const HOLE = '\uE000'

/** The words of rows, looked up once a language: a table that is scrolled needs hundreds of them a frame. */
const labels = computed(() => ({
  status: Object.fromEntries(TERM_STATUSES.map((status) => [status, t(`term.status.${status}`)])) as Record<
    TermStatus,
    string
  >,
  part: Object.fromEntries(
    PARTS_OF_SPEECH.map((part) => [part, part === '' ? '' : t(`term.pos.${part}`)]),
  ) as Record<PartOfSpeech, string>,
  choose: t('term.chooseTerm', { source: HOLE }),
}))

export const statusLabel = (status: TermStatus): string => labels.value.status[status]
/** Empty where none is said. */
export const partLabel = (part: PartOfSpeech): string => labels.value.part[part]
export const chooseLabel = (source: string): string => labels.value.choose.replace(HOLE, () => source)
