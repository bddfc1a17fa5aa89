import { createPinia } from 'pinia'
import { createApp } from 'vue'
import './theme.css'
import { connect } from './client.ts'
import { i18n, setLanguage, systemLanguage } from './i18n.ts'
import App from './App.vue'
import StartFailure from './StartFailure.vue'

const start = async () => {
  setLanguage(systemLanguage())
  try {
    await connect()
  } catch (error) {
    createApp(StartFailure, { error }).use(i18n).mount('#app')
    return
  }
  createApp(App).use(createPinia()).use(i18n).mount('#app')
}

void start()
