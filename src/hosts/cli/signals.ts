const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Calls `heard` at every signal to end; gives back what takes the listeners away. */
export const onEnd = (heard: (signal: NodeJS.Signals) => void): (() => void) => {
  for (const signal of SIGNALS) process.on(signal, heard)
  return () => {
    for (const signal of SIGNALS) process.off(signal, heard)
  }
}

/** Resolves at the first signal to end; later ones change nothing (a terminal may send the same one twice). */
export const untilEnd = (): Promise<NodeJS.Signals> => new Promise((resolve) => void onEnd(resolve))
