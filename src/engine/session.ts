import { resolve } from 'node:path'
import { AppError, type ErrorShape } from '#contract/error.ts'
import type { AppEvent } from '#contract/event.ts'
import type { WorkspaceState } from '#contract/workspace.ts'
import { backUpDaily, listBackups, restoreBackup } from './db/backup.ts'
import { toAppError } from './db/errors.ts'
import { clearUnfinishedImports } from './db/importing.ts'
import { clearUnfinishedTerms } from './db/termImport.ts'
import { takeMergesBack, takeUnitsBack, unfinishedUnitImports } from './db/unitImport.ts'
import { openWorkspace, type OpenedWorkspace } from './db/open.ts'
import { prepareNew } from './sample.ts'
import { value } from './db/statement.ts'
import type { EngineOptions } from './engine.ts'
import type { Scratch } from './files/scratch.ts'
import { rest, type JobRunner } from './jobs/runner.ts'
import { forgetIndex, hasIndex } from './index/files.ts'
import { createIndexThread, type IndexThread } from './index/indexThread.ts'
import { createListThread, type ListThread } from './index/listThread.ts'
import { createMemoryLookup, type MemoryLookup } from './lookup/memory.ts'
import { createTermLookup, type TermLookup } from './lookup/terms.ts'
import { createTermUsage, type TermUsage } from './lookup/usage.ts'
import { createPlaceKeeper, type PlaceKeeper } from './db/anchors.ts'

/** How often is looked whether another process wrote, in ms. */
const POLL = 1000
/** The daily backup waits until the window has come up, in ms. */
const BACKUP_DELAY = 20_000
const HOUR = 3_600_000

/** An open workspace with what is kept in memory of it. */
export interface OpenRoom {
  readonly workspace: OpenedWorkspace
  readonly firstStart: boolean
  readonly terms: TermLookup
  readonly usage: TermUsage
  readonly memory: MemoryLookup
  readonly index: IndexThread
  readonly lists: ListThread
  readonly places: PlaceKeeper
  /** What the daily check found wrong with the file; null while nothing is known to be. */
  damage: ErrorShape | null
}

/** All that lives as long as the engine does. */
export interface Session {
  readonly path: string
  readonly resources: string
  readonly clock: () => Date
  readonly jobs: JobRunner
  readonly scratch: Scratch
  emit(event: AppEvent): void
  state(): WorkspaceState
  /** Throws `workspace-closed` where none is open. */
  room(): OpenRoom
  /** Closes what is open and tries again. Never throws: what went wrong is the state. */
  reopen(): Promise<void>
  /** Throws what `restoreBackup` throws; the workspace is then open again as it was. */
  restore(backup: string): Promise<void>
  close(): Promise<void>
}

export interface SessionParts {
  jobs: JobRunner
  scratch: Scratch
  emit(event: AppEvent): void
}

export const createSession = (options: EngineOptions, { jobs, scratch, emit }: SessionParts): Session => {
  const path = resolve(options.workspacePath)
  const clock = options.now ?? (() => new Date())
  let room: OpenRoom | null = null
  let refused = new AppError('workspace-closed', 'No workspace is open.', { path })
  const timers: NodeJS.Timeout[] = []
  let queue: Promise<unknown> = Promise.resolve()

  const watch = (opened: OpenRoom): void => {
    const version = () => value<number>(opened.workspace.db, 'PRAGMA data_version')
    let last = version()
    const poll = setInterval(() => {
      try {
        const now = version()
        if (now === last) return
        last = now
        opened.terms.follow()
        opened.usage.reset()
        opened.memory.follow()
        emit({ type: 'elsewhere' })
      } catch {
        // Locked for a moment by the other process; the next round sees the change.
      }
    }, POLL)
    const backUp = () => {
      void backUpDaily(opened.workspace, clock).catch((error: unknown) => {
        const failure = toAppError(error)
        // Anything that may pass is tried again in an hour. Damage does not pass, and must not be found out by chance.
        if (failure.code !== 'workspace-damaged' || room !== opened) return
        opened.damage = failure.toShape()
        emit({ type: 'workspace', by: 'engine' })
      })
    }
    const first = setTimeout(backUp, BACKUP_DELAY)
    // A window may stand open for weeks; whether a day has passed is looked at every hour.
    const hourly = setInterval(backUp, HOUR)
    for (const timer of [poll, first, hourly]) timer.unref()
    timers.push(poll, first, hourly)
  }

  /** Units of imports that were cut off are seen by nobody; a million of them go while one works. */
  const clearUnits = (opened: OpenRoom): void => {
    const { db } = opened.workspace
    const batches = unfinishedUnitImports(db)
    const yieldTo = async (): Promise<void> => {
      await rest()
      if (room !== opened) throw new AppError('workspace-closed', 'No workspace is open.')
    }
    const clear = async (): Promise<void> => {
      for (const batch of batches) await takeUnitsBack(db, batch, yieldTo)
    }
    // What cannot be cleared now is tried again at the next opening.
    if (batches.length > 0) void clear().catch(() => undefined)
  }

  const open = async (): Promise<void> => {
    const index = createIndexThread(path, () => emit({ type: 'memory', by: 'index' }))
    try {
      // While the file is being checked another thread can read what lies beside it.
      if (options.ahead && hasIndex(path)) index.warm()
      const workspace = await openWorkspace(path, { now: clock, create: true })
      try {
        if (!workspace.readOnly) {
          await clearUnfinishedImports(workspace)
          await clearUnfinishedTerms(workspace.db)
          // What was changed of units that were there would be seen; the new ones are not, and go while one works.
          for (const batch of unfinishedUnitImports(workspace.db))
            await takeMergesBack(workspace.db, batch, () => Promise.resolve()).catch(() => undefined)
          await prepareNew(workspace, options, clock)
        }
      } catch (error) {
        workspace.close()
        throw error
      }
      const { db } = workspace
      const terms = createTermLookup(db)
      room = {
        workspace,
        firstStart: workspace.created,
        terms,
        usage: createTermUsage(db, terms),
        memory: createMemoryLookup(db, terms, index),
        index,
        lists: createListThread(workspace.path),
        places: createPlaceKeeper(),
        damage: null,
      }
      watch(room)
      if (!workspace.readOnly) clearUnits(room)
    } catch (error) {
      await index.close()
      refused = toAppError(error)
    }
  }

  const shut = async (): Promise<void> => {
    await jobs.end()
    for (const timer of timers.splice(0)) clearInterval(timer)
    const { workspace, index, lists } = room ?? {}
    room = null
    await Promise.all([index?.close(), lists?.close()])
    refused = new AppError('workspace-closed', 'No workspace is open.', { path })
    workspace?.close()
  }

  /** Opening and closing, one after the other. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    path,
    resources: options.resources,
    clock,
    jobs,
    scratch,
    emit(event) {
      // What was counted in articles is counted anew once they came, went or were cut otherwise.
      if (event.type === 'library' || event.type === 'structure') room?.usage.reset()
      emit(event)
    },
    state() {
      if (!room) return { status: 'refused', path, error: refused.toShape(), backups: listBackups(path) }
      const { readOnly, sqliteVersion, schema } = room.workspace
      const { firstStart, damage } = room
      return { status: 'open', path, readOnly, sqliteVersion, schema, firstStart, damage }
    },
    room() {
      if (!room)
        throw new AppError('workspace-closed', 'No workspace is open.', { path, cause: refused.code })
      return room
    },
    reopen: () =>
      inTurn(async () => {
        await shut()
        await open()
      }),
    restore: (backup) =>
      inTurn(async () => {
        // Before anything is closed: a wrong name is no reason to end somebody's job.
        if (!listBackups(path).some(({ name }) => name === backup))
          throw new AppError('not-found', 'There is no such backup.', { backup })
        await shut()
        try {
          restoreBackup(path, backup, clock)
          forgetIndex(path)
        } finally {
          await open()
        }
      }),
    close: () => inTurn(shut),
  }
}
