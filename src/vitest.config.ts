import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  cacheDir: new URL('../out/vitest', import.meta.url).pathname,
  plugins: [vue()],
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts', '../electron/**/*.test.ts'],
    environment: 'node',
    // Two cores: more workers than that only fight each other.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
})
