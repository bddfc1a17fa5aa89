import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { toast } from 'vue-sonner'
import './theme.css'
import { connect } from './client.ts'
import { isAppError, messageOf } from './errors.ts'
import { i18n, setLanguage, systemLanguage } from './i18n.ts'
import App from './App.vue'
import StartFailure from './StartFailure.vue'

/**
 * A call whose failure nobody took care of: the user is told why nothing happened, once for each cause. Anything that
 * is not an answer of the engine is a fault of the program and goes on to the console.
 */
const tellFailure = (error: unknown): boolean => {
  if (!isAppError(error)) return false
  toast.error(messageOf(error), { id: `failure-${error.code}` })
  return true
}
window.addEventListener('unhandledrejection', (event) => {
  if (tellFailure(event.reason)) event.preventDefault()
})

const start = async () => {
  setLanguage(systemLanguage())
  try {
    await connect()
  } catch (error) {
    createApp(StartFailure, { error }).use(i18n).mount('#app')
    return
  }
  const app = createApp(App).use(createPinia()).use(i18n)
  app.config.errorHandler = (error) => {
    if (!tellFailure(error)) console.error(error)
  }
  app.mount('#app')
}

void start()
