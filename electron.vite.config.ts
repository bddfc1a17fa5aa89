import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        // One build for everything that runs in Node: the desktop's main and engine process, and the two other hosts.
        input: {
          index: at('electron/main/index.ts'),
          engine: at('electron/engine/index.ts'),
          page: at('src/hosts/web/index.ts'),
          cli: at('src/hosts/cli/index.ts'),
          'render-worker': at('src/engine/jobs/render-worker.ts'),
          'glossary-worker': at('src/engine/jobs/glossary-worker.ts'),
          'index-worker': at('src/engine/index/index-worker.ts'),
          'unit-worker': at('src/engine/jobs/unit-worker.ts'),
          'list-worker': at('src/engine/index/list-worker.ts'),
          'pack-worker': at('src/engine/index/pack-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload has to be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/ui'),
    plugins: [vue(), tailwindcss()],
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: at('src/ui/index.html') },
    },
  },
})
