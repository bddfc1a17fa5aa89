import { toast } from 'vue-sonner'
import { call } from '../../app/client.ts'
import { messageOf } from '../../app/errors.ts'
import { t } from '../../app/i18n.ts'

/** Brings in the glossary that ships with Naranhi, or brings it up to date. */
export const addStarter = async (): Promise<void> => {
  try {
    const { name, terms } = await call('glossary.addStarter', {})
    toast(t('term.starterAdded', { name, count: terms }))
  } catch (error) {
    toast.error(messageOf(error))
  }
}
