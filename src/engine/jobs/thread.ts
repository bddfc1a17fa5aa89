import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/**
 * Where the code of a thread is: as it is written beside this file or in the folder of the index, and in a bundle at its
 * root, which may be one folder up from a chunk. Null where it is in none of them.
 */
const urlOf = (name: string): URL | null => {
  const names = import.meta.url.endsWith('.ts')
    ? [`./${name}.ts`, `../index/${name}.ts`]
    : [`./${name}.js`, `../${name}.js`]
  const candidates = names.map((each) => new URL(each, import.meta.url))
  return candidates.find((url) => url.protocol === 'file:' && existsSync(url)) ?? null
}

/**
 * Starts a thread of that name, or null where its code is not there: then the work is done in this one. With more than
 * `megabytes` of objects it is ended with `ERR_WORKER_OUT_OF_MEMORY`, and not the whole process.
 */
export const startThread = (
  name: string,
  megabytes?: number,
  /** Of objects that have just been made: what lives long and makes few needs little of it. */
  young?: number,
): Worker | null => {
  const url = urlOf(name)
  return (
    url &&
    new Worker(url, {
      resourceLimits: {
        ...(megabytes === undefined ? {} : { maxOldGenerationSizeMb: megabytes }),
        ...(young === undefined ? {} : { maxYoungGenerationSizeMb: young }),
      },
    })
  )
}
