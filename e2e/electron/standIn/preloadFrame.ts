/**
 * Source of what runs in a page before its own scripts: the preload, in a function of its own, with a `require` that
 * gives `electron` and nothing else (what a sandboxed preload of Electron can reach is little more). Arguments are
 * cloned as the context bridge clones them: what cannot be cloned is refused here too.
 */
export const preloadFrame = (preload: string): string => `(() => {
  if (window !== window.top || !location.protocol.startsWith('https')) return
  const invoke = window.__standInInvoke
  delete window.__standInInvoke
  const channels = new Map()
  Object.defineProperty(window, '__standInDeliver', { value: (channel, text) => {
    const event = { sender: null }
    for (const listener of [...(channels.get(channel) ?? [])]) listener(event, ...JSON.parse(text))
  } })
  const across = (value) => typeof value === 'function' ? (...given) => {
    const answer = value(...given.map((each) => typeof each === 'function' ? across(each) : structuredClone(each)))
    return typeof answer === 'function' ? across(answer) : answer
  } : structuredClone(value)
  const ipcRenderer = {
    invoke: async (channel, ...all) => {
      const given = all.slice(0, all.findLastIndex((each) => each !== undefined) + 1)
      return JSON.parse(await invoke(channel, JSON.stringify(given)) ?? 'null')
    },
    on: (channel, listener) => { channels.set(channel, [...(channels.get(channel) ?? []), listener]) },
    removeListener: (channel, listener) => {
      channels.set(channel, (channels.get(channel) ?? []).filter((each) => each !== listener))
    },
  }
  const contextBridge = { exposeInMainWorld: (name, api) => {
    const shown = Object.fromEntries(Object.entries(api).map(([key, value]) => [key, across(value)]))
    Object.defineProperty(window, name, { value: Object.freeze(shown), enumerable: true })
  } }
  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error('module not found: ' + name)
  }
  const module = { exports: {} }
  ;(function (require, module, exports) {
${preload}
  })(require, module, module.exports)
})()`
