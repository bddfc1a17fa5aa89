import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { usePreferredDark } from '@vueuse/core'
import type { Settings } from '#contract/setting.ts'
import { call, isOwn, listen } from './client.ts'
import { setLanguage, systemLanguage } from './i18n.ts'

/** The settings as the window sees them: changed at once here, written behind. */
export const useSettings = defineStore('settings', () => {
  const values = ref<Settings>({} as Settings)
  const ready = ref(false)

  const load = async () => {
    values.value = await call('setting.all', {})
    ready.value = true
  }
  listen((event) => {
    if (event.type === 'setting' && !isOwn(event)) void load()
  })

  const change = async (changes: Partial<Settings>) => {
    values.value = { ...values.value, ...changes }
    await call('setting.change', changes)
  }

  const systemDark = usePreferredDark()
  const theme = computed<'light' | 'dark'>(() => {
    const wished = values.value.theme
    if (wished === 'light' || wished === 'dark') return wished
    return systemDark.value ? 'dark' : 'light'
  })
  watch(theme, (now) => (document.documentElement.dataset.theme = now), { immediate: true })
  watch(
    () => values.value.language,
    (now) => setLanguage(now === 'en' || now === 'ko' ? now : systemLanguage()),
    { immediate: true },
  )
  return { values, ready, load, change, theme }
})
