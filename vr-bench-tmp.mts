import { build } from 'vite'
import vue from '@vitejs/plugin-vue'
import tailwindcss from '@tailwindcss/vite'
await build({ root:'/work/main/src/ui', base:'./', configFile:false, plugins:[vue(),tailwindcss()], worker:{format:'es'}, build:{outDir:'/tmp/rend-before',emptyOutDir:true,target:'chrome130',chunkSizeWarningLimit:5000,minify:true}})
