import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import type { FoundUnit } from '#core/memory/scan.ts'
import { createMemoryIndex, type MemoryIndex } from '#core/memory/memoryIndex.ts'
import { packedBytes, readPacked } from '#core/memory/packedFile.ts'
import type { Reader } from '../db/database.ts'
import {
  changedInBatch,
  changedUnits,
  countChanged,
  hasUnitBatch,
  lastChange,
  marksOf,
  marksUpTo,
  memoriesToFollow,
  reachOfBatch,
  removedUnits,
  runningUnitBatches,
  unitsToPack,
  type ChangedUnit,
  type PackTask,
} from '../db/unitIndex.ts'
import {
  clearSegments,
  readIndex,
  segmentPath,
  stampOf,
  writeManifest,
  writeSegment,
  type Manifest,
  type StoredIndex,
} from './files.ts'
import type { Packer } from './packer.ts'

export interface IndexSizes {
  /** Units of a full segment: packing one takes some seconds and a few hundred megabytes for that time. */
  segment: number
  /** Of an overlay that is scanned, for look-ups and for words: a millisecond of each. */
  overlay: number
  /** More segments than this are packed together, the smallest first. */
  segments: number
}
const SIZES: IndexSizes = { segment: 200_000, overlay: 4_000, segments: 10 }
/** Changed elsewhere, this share of a segment makes it worth packing anew. */
const STALE_SHARE = 0.3

/** Rows by which a workspace is known again. */
const MARKS = 40

interface PendingSegment {
  file: string
  bytes: ArrayBuffer
  reach: Reach
}

/** Units of a batch with ids above `after` up to `last`, as they were at the change `since`. */
interface Reach {
  after: number
  last: number
  since: number
}

/** A batch that is still being written; what of it is packed waits for it to land. */
interface PendingBatch {
  segments: PendingSegment[]
  /** The last id that is packed. */
  last: number
  /** The change its first row was written with. */
  change: number
  /** What of it is in the index already: landing may fail half-way, and is gone on with then. */
  landed: Reach[]
}

/** Changes above `since` up to `until` that are too many to be read one by one; packed up to `from`. */
interface Stretch {
  since: number
  until: number
  without: number[]
  from: { change: number; id: number }
}

/** After work failed it is tried again no sooner than after so long, twice as long each time, in ms. */
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 60_000

/**
 * Keeps the index of a workspace's memory: reads what is there from its files, follows what is committed, packs what has
 * become much, and writes down what it has. `follow` is cheap where nothing changed.
 */
export interface IndexKeeper {
  readonly index: MemoryIndex
  /** Reads what was committed since. */
  follow(): void
  search(text: string, floor: number, limit: number, memoryIds?: ReadonlySet<number>): FoundUnit[]
  /** Whether everything is in; until then what is found is true but may not be all. */
  readonly complete: boolean
  /** When all packing that was begun has ended. */
  settled(): Promise<void>
  close(): void
}

export const createIndexKeeper = (
  db: Reader,
  workspace: string,
  packer: Packer,
  /** Told when more can be found than before. */
  grown: () => void,
  sizes: IndexSizes = SIZES,
  /** What was read of its files ahead. */
  stored: StoredIndex | null = readIndex(workspace),
): IndexKeeper => {
  const index = createMemoryIndex()
  /** Files of segments by their number. */
  const files = new Map<number, string>()
  /** The last change that was read. */
  let seen = 0
  /** Changes of the units of the overlay. */
  const overlayChanges = new Map<number, number>()
  const pending = new Map<number, PendingBatch>()
  /** What is being packed, and what comes after; what fails stays here until it is in. */
  const behind: Stretch[] = []
  let working: Promise<void> = Promise.resolve()
  let jobs = 0
  let pause = FIRST_PAUSE
  let again = 0
  let closed = false
  let memories: ReadonlySet<number> = new Set()
  /** What was followed while a segment was being packed: newer than what the segment has. */
  let touched: Set<number> | null = null

  /** Files that were written here, or taken over. */
  const own = new Set<string>()
  const newFile = (): string => {
    const file = `${randomUUID()}.segment`
    own.add(file)
    return file
  }

  const take = (file: string, bytes: ArrayBuffer, newer?: ReadonlySet<number>): void => {
    const packed = readPacked(bytes, stampOf(file))
    if (typeof packed === 'string') throw new Error(`A segment is ${packed} as soon as it is written.`)
    for (const id of packed.ids) if (!newer?.has(id)) overlayChanges.delete(id)
    files.set(index.addSegment(packed, newer), file)
  }

  /** Everything up to this change is in segments that are written. */
  const covered = (): number => {
    let least = seen
    for (const change of overlayChanges.values()) least = Math.min(least, change - 1)
    for (const { change } of pending.values()) least = Math.min(least, change - 1)
    for (const { since } of behind) least = Math.min(least, since)
    return Math.max(0, least)
  }

  const keep = (): void => {
    const segments = index.segments()
    for (const { number, packed } of segments) {
      const file = files.get(number) ?? ''
      // Another process on this workspace may have taken it for nobody's.
      if (!existsSync(segmentPath(workspace, file)))
        writeSegment(workspace, file, packedBytes(packed, stampOf(file)))
    }
    const gone = segments.flatMap(({ number }) => index.stale(number).filter((id) => !index.has(id)))
    const change = covered()
    writeManifest(workspace, {
      change,
      marks: marksUpTo(db, change, MARKS),
      segments: segments.map(({ number, packed }) => ({
        file: files.get(number) ?? '',
        units: packed.count,
      })),
      gone: [...new Set(gone)],
    })
    const used = new Set([
      ...files.values(),
      ...[...pending.values()].flatMap((batch) => batch.segments.map(({ file }) => file)),
    ])
    clearSegments(workspace, used, own)
  }

  /** One after the other; what fails leaves the index as it was, and is tried again after a pause. */
  const queue = (work: () => Promise<void>): void => {
    jobs++
    working = working
      .then(() => (closed ? undefined : work()))
      .then(
        () => {
          pause = FIRST_PAUSE
        },
        () => {
          again = performance.now() + pause
          pause = Math.min(LONGEST_PAUSE, pause * 2)
        },
      )
      .finally(() => {
        jobs--
      })
  }

  const packInto = async (task: PackTask): Promise<{ next: { change: number; id: number } | null }> => {
    const file = newFile()
    touched = new Set()
    try {
      const { bytes, next } = await packer.pack({ workspace, file, task })
      if (closed) return { next: null }
      if (bytes) take(file, bytes, touched)
      return { next }
    } finally {
      touched = null
    }
  }

  /** Else a unit that came before much that is packed would make all of that be read again at the next opening. */
  const packOverlay = async (): Promise<void> => {
    const ids = [...overlayChanges.keys()]
    if (ids.length > 0) await packInto({ kind: 'ids', ids })
    if (closed) return
    keep()
    await tidy()
  }

  const catchUp = async (): Promise<void> => {
    for (let stretch = behind[0]; stretch && !closed; stretch = behind[0]) {
      const { from, until, without } = stretch
      const task: PackTask = { kind: 'changed', since: from, until, without, limit: sizes.segment }
      const { next } = await packInto(task)
      if (closed) return
      if (next) stretch.from = next
      else {
        // Rows as they are now: what came back since then is not among them.
        for (const id of removedUnits(db, stretch)) {
          index.remove(id)
          overlayChanges.delete(id)
        }
        behind.shift()
      }
      grown()
    }
    if (!closed) await packOverlay()
  }

  /** Packs the smallest segments together where there are too many, and anew those of which much is stale. */
  const tidy = async (): Promise<void> => {
    const segments = index.segments().sort((one, other) => one.valid - other.valid)
    const worn = segments.filter(({ packed, valid }) => valid < packed.count * (1 - STALE_SHARE))
    const chosen = new Set(worn.slice(0, 1))
    if (segments.length > sizes.segments) {
      let units = 0
      for (const segment of segments) {
        units += segment.valid
        if (units > sizes.segment && chosen.size > 1) break
        chosen.add(segment)
      }
    }
    if (chosen.size === 0) return
    const ids: number[] = []
    for (const { number, packed } of chosen) {
      const stale = new Set(index.stale(number))
      for (const id of packed.ids) if (!stale.has(id)) ids.push(id)
    }
    if (ids.length > 0) await packInto({ kind: 'ids', ids })
    if (closed) return
    for (const { number } of chosen) {
      index.dropSegment(number)
      files.delete(number)
    }
    keep()
  }

  /** Packs what is full of a batch that is still being written. */
  const packPending = (batch: number): void => {
    queue(async () => {
      const state = pending.get(batch)
      const reach = state && reachOfBatch(db, batch)
      if (!state || !reach || reach.last - state.last < sizes.segment) return
      const file = newFile()
      const after = state.last
      const since = lastChange(db)
      const task: PackTask = { kind: 'batch', batch, after, limit: sizes.segment }
      const { bytes, next } = await packer.pack({ workspace, file, task })
      if (closed || !bytes) return
      state.last = next?.id ?? reach.last
      state.segments.push({ file, bytes, reach: { after, last: state.last, since } })
    })
  }

  const land = (batch: number): void => {
    queue(async () => {
      const state = pending.get(batch)
      if (!state) return
      if (!hasUnitBatch(db, batch)) {
        pending.delete(batch)
        for (const { file } of state.segments) rmSync(segmentPath(workspace, file), { force: true })
        return
      }
      for (const { file, bytes, reach } of state.segments.splice(0)) {
        take(file, bytes)
        state.landed.push(reach)
      }
      grown()
      while (state.last < Number.MAX_SAFE_INTEGER && !closed) {
        const since = lastChange(db)
        const after = state.last
        const task: PackTask = { kind: 'batch', batch, after, limit: sizes.segment }
        const { next } = await packInto(task)
        if (closed) return
        state.last = next?.id ?? Number.MAX_SAFE_INTEGER
        state.landed.push({ after, last: state.last, since })
      }
      if (closed) return
      pending.delete(batch)
      // What was changed of them since they were packed was passed over, being of a batch that was not in yet.
      for (const reach of state.landed) for (const unit of changedInBatch(db, batch, reach)) put(unit)
      grown()
      await packOverlay()
    })
  }

  /** What is small is found at once: whoever brought it in looks it up next. False where it is to be packed. */
  const landSmall = (batch: number): boolean => {
    if (jobs > 0 || !hasUnitBatch(db, batch)) return false
    const task: PackTask = { kind: 'batch', batch, after: 0, limit: sizes.overlay + 1 }
    const units = unitsToPack(db, task)
    if (units.length > sizes.overlay || pending.get(batch)?.segments.length !== 0) return false
    pending.delete(batch)
    for (const unit of units) put(unit)
    return true
  }

  const put = ({ id, memoryId, source, target, change, removed }: ChangedUnit): void => {
    touched?.add(id)
    if (removed === 1) {
      index.remove(id)
      overlayChanges.delete(id)
    } else {
      index.put({ id, memoryId, source, target })
      overlayChanges.set(id, change)
    }
  }

  const followMemories = (): void => {
    const all = memoriesToFollow(db)
    index.lookUp(new Set(all.flatMap(({ id, asked }) => (asked ? [id] : []))))
    const there = new Set(all.map(({ id }) => id))
    // Deleted for good, its units left no change behind.
    for (const id of memories) {
      if (there.has(id)) continue
      index.forget(id)
      for (const unit of overlayChanges.keys()) if (!index.has(unit)) overlayChanges.delete(unit)
      queue(packOverlay)
    }
    memories = there
  }

  const follow = (): void => {
    if (closed) return
    followMemories()
    const running = runningUnitBatches(db)
    const resting = performance.now() < again
    for (const batch of pending.keys())
      if (!running.includes(batch) && !landSmall(batch) && !resting) land(batch)
    for (const batch of running) {
      const reach = reachOfBatch(db, batch)
      if (!reach) continue
      const state = pending.get(batch)
      if (!state) pending.set(batch, { segments: [], last: 0, change: reach.change, landed: [] })
      else if (reach.last - Math.max(state.last, 0) >= sizes.segment && jobs === 0) packPending(batch)
    }
    if (behind.length > 0 && jobs === 0 && !resting) queue(catchUp)
    const last = lastChange(db)
    if (last <= seen) return
    const without = [...new Set([...running, ...pending.keys()])]
    if (countChanged(db, seen, sizes.overlay + 1, without) > sizes.overlay) {
      behind.push({ since: seen, until: last, without, from: { change: seen, id: Number.MAX_SAFE_INTEGER } })
      seen = last
      if (!resting) queue(catchUp)
      return
    }
    for (const unit of changedUnits(db, seen, without)) put(unit)
    seen = last
    if (overlayChanges.size > sizes.overlay && jobs === 0 && !resting) queue(packOverlay)
  }

  /** Whether the workspace is the one the manifest was written for, at that change or a later one. */
  const isOurs = ({ change, marks }: Manifest): boolean => {
    if (change > lastChange(db)) return false
    const rows = new Map(
      marksOf(
        db,
        marks.map(({ id }) => id),
      ).map((mark) => [mark.id, mark]),
    )
    return marks.every((mark) => {
      const row = rows.get(mark.id)
      return row && (row.change > change || (row.change === mark.change && row.signature === mark.signature))
    })
  }

  const restore = (): void => {
    if (!stored || !isOurs(stored.manifest)) return
    const { manifest, segments } = stored
    for (const { file, packed } of segments) {
      files.set(index.addSegment(packed), file)
      own.add(file)
    }
    for (const id of manifest.gone) index.remove(id)
    // Those of which units were packed: one that is gone meanwhile is forgotten.
    memories = new Set(segments.flatMap(({ packed }) => [...new Set(packed.owners)]))
    seen = manifest.change
  }

  restore()
  follow()

  return {
    index,
    follow,
    search(text, floor, limit, memoryIds) {
      follow()
      return index.search(text, floor, limit, memoryIds)
    },
    get complete() {
      return behind.length === 0
    },
    async settled() {
      for (let before: Promise<void> | null = null; before !== working;) {
        before = working
        await before
      }
    },
    close() {
      closed = true
    },
  }
}
