import type { TermHitDetail } from '#contract/term.ts'
import { t } from '../../app/i18n.ts'
import { useShell } from '../../app/shell.ts'
import type { RowAction } from '../library/RowMenu.vue'
import { refuseHit, wordOf } from './refuse.ts'

/** What can be done with a term of the paragraph under the caret, in the panel and in the text. */
export const hitActions = (hit: TermHitDetail): RowAction[] => {
  const shell = useShell()
  const [term] = hit.terms
  if (!term) return []
  return [
    {
      label: t('term.edit'),
      run: () => shell.open({ name: 'term', termId: term.id, source: term.source, target: term.target }),
    },
    { label: t('hit.usedIn'), run: () => shell.open({ name: 'usedIn', termId: term.id }) },
    { label: t('hit.refusePlace'), run: () => refuseHit(hit, 'place') },
    { label: t('hit.refuseArticle'), run: () => refuseHit(hit, 'article') },
    { label: t('hit.refuseAlways', { word: wordOf(hit) }), run: () => refuseHit(hit, 'always') },
  ]
}
