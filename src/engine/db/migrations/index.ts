import type { Migration } from '../migrate.ts'
import { first } from './001-first.ts'
import { glossaries } from './002-glossaries.ts'
import { memories } from './003-memories.ts'

/** In order; the last one's version is the schema this Naranhi writes. A migration that was shipped never changes. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'first', run: (db) => void db.exec(first) },
  { version: 2, name: 'glossaries', run: (db) => void db.exec(glossaries) },
  { version: 3, name: 'memories', run: (db) => void db.exec(memories) },
]
