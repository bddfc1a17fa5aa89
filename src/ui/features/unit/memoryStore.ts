import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useDebounceFn } from '@vueuse/core'
import type { Memory } from '#contract/memory.ts'
import { call, listen } from '../../app/client.ts'

/** The memories of the workspace in the order of their priority, followed through changes. */
export const useMemories = defineStore('memories', () => {
  const list = shallowRef<readonly Memory[]>([])
  const loaded = ref(false)

  const load = async (): Promise<void> => {
    list.value = await call('memory.list', {})
    loaded.value = true
  }
  const loadSoon = useDebounceFn(() => void load().catch(() => undefined), 250)
  listen((event) => {
    if (event.type === 'memory' || event.type === 'elsewhere') void loadSoon()
  })
  void load().catch(() => undefined)

  const byId = computed(() => new Map(list.value.map((memory) => [memory.id, memory])))
  const nameOf = (id: number): string => byId.value.get(id)?.name ?? ''
  return { list, loaded, load, byId, nameOf }
})
