import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

// All that a page is ever given. Whatever the window needs is a call of the contract, never a third function here.
contextBridge.exposeInMainWorld('naranhi', {
  call: (name: string, input: unknown, client?: string): Promise<unknown> =>
    ipcRenderer.invoke('naranhi:call', name, input, client),
  listen: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_: IpcRendererEvent, event: unknown): void => listener(event)
    ipcRenderer.on('naranhi:event', hear)
    return () => ipcRenderer.removeListener('naranhi:event', hear)
  },
})
