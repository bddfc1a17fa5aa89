import { computed, ref, shallowReactive, shallowRef, triggerRef, type Ref } from 'vue'
import type { Annotation } from '#core/model/annotation.ts'
import type { ArticleSummary, Paragraph, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts'
import type { ArticleDetail, SaveConflict, SaveResult, StructureResult } from '#contract/article.ts'
import type { CallFunction } from '#contract/index.ts'
import { AppError, type ErrorCode } from '#contract/error.ts'

/** A paragraph as the window has it; `id` is null between a split and the engine's answer. */
export interface LocalParagraph {
  id: number | null
  source: string
  target: string
  status: ParagraphStatus
  locked: boolean
  revision: number
  updatedAt: string
  /** What was confirmed last; typing (or undoing) back to it is a confirmation that was never withdrawn. */
  confirmed: string | null
}

interface Unsaved {
  origin: RevisionOrigin
  status: ParagraphStatus | undefined
}

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: AppError }

export interface SessionDependencies {
  call: CallFunction
  /** Milliseconds after the last keystroke; the promise is half a second to the disk. */
  delay: number
  setTimer(work: () => void, milliseconds: number): unknown
  clearTimer(timer: unknown): void
  /** The window's models have to show this text of a paragraph (another window, a match, an earlier revision). */
  showTarget(index: number, text: string): void
  /** Status or lock of a paragraph is another now. */
  showState(index: number): void
  /** Structure as the engine has it differs from what is shown: everything is shown anew. */
  showAll(): void
}

/** Milliseconds before a failed write is tried again by itself; it stays unsaved and marked until then. */
const RETRY = 3000

/** What will fail again however often it is tried. Anything else (a full disk, a busy file, no answer) may pass. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  'conflict',
  'content-changed',
  'not-found',
  'paragraph-locked',
  'paragraph-too-long',
  'bad-input',
  'text-invalid',
])

/** A write that waits for its turn. */
interface Pending {
  work: () => Promise<void>
  /** Writes whatever is unsaved when its turn comes, so one of them is enough. */
  saves: boolean
  started: boolean
  resolve: () => void
  reject: (error: unknown) => void
}

/** The unsaved text of a paragraph as it was at a moment. */
interface Snapshot {
  paragraph: LocalParagraph
  how: Unsaved
  text: string
}

export interface Texts {
  source: string
  target: string
  status: ParagraphStatus
}

/**
 * One open article: its paragraphs as they are shown, what of them is not on disk yet, and one queue through which
 * all its writes go in the order they were made. A write that fails for a passing reason keeps its place and is tried
 * again; what comes after it waits, so that nothing is written upon something that is not there.
 */
export class ArticleSession {
  readonly id: number
  readonly article: Ref<ArticleSummary>
  readonly paragraphs: LocalParagraph[]
  readonly annotations: Ref<Annotation[]>
  readonly conflicts = ref<SaveConflict[]>([])
  /** Texts typed here into paragraphs that were split or joined elsewhere meanwhile; shown until they are taken. */
  readonly homeless = ref<string[]>([])
  readonly state = computed<SaveState>(() => {
    if (this.failure.value) return { kind: 'failed', error: this.failure.value }
    if (this.writing.value) return { kind: 'saving' }
    return this.unsavedCount.value > 0 ? { kind: 'unsaved' } : { kind: 'saved', at: this.savedAt.value }
  })
  readonly confirmed = computed(() => this.count((paragraph) => paragraph.status === 'confirmed'))

  private readonly deps: SessionDependencies
  private readonly unsaved = new Map<LocalParagraph, Unsaved>()
  private readonly version = shallowRef(0)
  private readonly unsavedCount = ref(0)
  private readonly writing = ref(false)
  private readonly savedAt = ref<string | null>(null)
  private readonly failure = shallowRef<AppError | null>(null)
  private readonly pending: Pending[] = []
  private draining: Promise<void> | null = null
  private timer: unknown = null

  constructor(detail: ArticleDetail, deps: SessionDependencies) {
    this.deps = deps
    this.id = detail.article.id
    this.article = shallowRef(detail.article)
    this.paragraphs = detail.paragraphs.map(toLocal)
    this.annotations = shallowRef(detail.annotations)
  }

  private count(test: (paragraph: LocalParagraph) => boolean): number {
    void this.version.value
    return this.paragraphs.filter(test).length
  }

  /** Number of paragraphs, for whoever shows it; changes with split and join. */
  readonly length = computed(() => {
    void this.version.value
    return this.paragraphs.length
  })

  /** The paragraph at an index, as something a component may watch. */
  at(index: number): LocalParagraph | undefined {
    void this.version.value
    return this.paragraphs[index]
  }

  indexOf(paragraphId: number): number {
    return this.paragraphs.findIndex((paragraph) => paragraph.id === paragraphId)
  }

  private touch(): void {
    triggerRef(this.version)
    this.unsavedCount.value = this.unsaved.size + this.pending.length
  }

  /** Text changed in the editor. A confirmed paragraph that is typed in is a draft again. */
  typed(index: number, text: string, origin: RevisionOrigin = 'typed'): void {
    const paragraph = this.paragraphs[index]
    if (!paragraph || paragraph.target === text) return
    paragraph.target = text
    const asConfirmed = text !== '' && text === paragraph.confirmed
    const status = asConfirmed ? 'confirmed' : text === '' ? 'untranslated' : 'draft'
    if (paragraph.status !== status) {
      paragraph.status = status
      this.deps.showState(index)
    }
    this.unsaved.set(paragraph, { origin, status: asConfirmed ? status : undefined })
    this.touch()
    this.schedule(this.deps.delay)
  }

  /** Text that is on disk and shown already; the rest of the row comes with the next `reload`. */
  took(index: number, text: string): void {
    const paragraph = this.paragraphs[index]
    if (!paragraph) return
    paragraph.target = text
    this.touch()
  }

  /** What is typed there is not on disk yet. */
  isUnsaved(index: number): boolean {
    const paragraph = this.paragraphs[index]
    return paragraph !== undefined && this.unsaved.has(paragraph)
  }

  /** Confirms, or takes a confirmation back; on disk at once. */
  setStatus(index: number, status: ParagraphStatus): Promise<void> {
    const paragraph = this.paragraphs[index]
    if (!paragraph || paragraph.locked) return Promise.resolve()
    paragraph.status = paragraph.target === '' ? 'untranslated' : status
    paragraph.confirmed = paragraph.status === 'confirmed' ? paragraph.target : null
    this.deps.showState(index)
    const origin = this.unsaved.get(paragraph)?.origin ?? 'typed'
    this.unsaved.set(paragraph, { origin, status: paragraph.status })
    this.touch()
    return this.flush()
  }

  private schedule(milliseconds: number): void {
    this.deps.clearTimer(this.timer)
    this.timer = this.deps.setTimer(() => void this.flush(), milliseconds)
  }

  private enqueue(work: () => Promise<void>, saves = false): Promise<void> {
    return new Promise((resolve, reject) => {
      this.pending.push({ work, saves, started: false, resolve, reject })
      this.touch()
      void this.drain()
    })
  }

  /** Writes what waits, in order, until it is through or something fails that may go another time. Never rejects. */
  private drain(): Promise<void> {
    this.draining ??= this.drainNow().finally(() => {
      this.draining = null
    })
    return this.draining
  }

  private async drainNow(): Promise<void> {
    this.deps.clearTimer(this.timer)
    this.writing.value = true
    try {
      for (let next = this.pending[0]; next; next = this.pending[0]) {
        next.started = true
        try {
          await next.work()
          this.pending.shift()
          this.failure.value = null
          next.resolve()
        } catch (error) {
          const failure = error instanceof AppError ? error : new AppError('internal', String(error))
          if (next.saves || !FINAL.has(failure.code)) {
            next.started = false
            this.failure.value = failure
            this.schedule(RETRY)
            return
          }
          this.pending.shift()
          next.reject(failure)
        }
      }
    } finally {
      this.writing.value = false
      this.touch()
    }
    if (this.unsaved.size > 0) this.schedule(this.deps.delay)
  }

  /** Writes what is unsaved. Resolves when it is on disk, or has failed and is marked so. */
  flush(): Promise<void> {
    const last = this.pending.at(-1)
    const covered = last?.saves === true && !last.started
    if (this.unsaved.size > 0 && !covered) void this.enqueue(() => this.save(), true)
    return this.pending.length > 0 ? this.drain() : Promise.resolve()
  }

  private snapshot(of: Iterable<LocalParagraph>): Snapshot[] {
    return [...of].flatMap((paragraph) => {
      const how = this.unsaved.get(paragraph)
      return how ? [{ paragraph, how, text: paragraph.target }] : []
    })
  }

  private async save(snapshot = this.snapshot(this.unsaved.keys())): Promise<void> {
    const edits = snapshot.flatMap(({ paragraph, how, text }) =>
      paragraph.id === null
        ? []
        : [
            {
              id: paragraph.id,
              target: text,
              baseRevision: paragraph.revision,
              origin: how.origin,
              ...(how.status === undefined ? {} : { status: how.status }),
            },
          ],
    )
    if (edits.length === 0) return
    const result: SaveResult = await this.deps.call('paragraph.save', { edits })
    for (const { paragraph, how, text } of snapshot) {
      const saved = result.saved.find(({ id }) => id === paragraph.id)
      if (!saved) continue
      // Typed or confirmed meanwhile: what is newer than the snapshot stays unsaved.
      const same = paragraph.target === text && this.unsaved.get(paragraph) === how
      paragraph.revision = saved.revision
      paragraph.updatedAt = saved.updatedAt
      if (same && paragraph.status !== saved.status) {
        paragraph.status = saved.status
        this.deps.showState(this.paragraphs.indexOf(paragraph))
      }
      if (same) this.unsaved.delete(paragraph)
    }
    this.savedAt.value = result.savedAt
    for (const conflict of result.conflicts) this.takeTheirs(conflict)
    // Last, since it asks once more and may fail: those are then still unsaved, and tried again.
    for (const conflict of await this.refusedByLock(result.locked, snapshot)) this.takeTheirs(conflict)
    this.touch()
  }

  /** Locked elsewhere while text was typed here: not written, so shown as a conflict like any other. */
  private async refusedByLock(ids: readonly number[], snapshot: Snapshot[]): Promise<SaveConflict[]> {
    if (ids.length === 0) return []
    const { paragraphs } = await this.deps.call('article.get', { id: this.id })
    return ids.flatMap((id) => {
      const current = paragraphs.find((row) => row.id === id)
      const yours = snapshot.find(({ paragraph }) => paragraph.id === id)?.text ?? ''
      return current ? [{ id, yours, current }] : []
    })
  }

  /** Somebody saved first: theirs is shown, ours is kept in the conflict (and in the history). */
  private takeTheirs(conflict: SaveConflict): void {
    const index = this.indexOf(conflict.id)
    const paragraph = this.paragraphs[index]
    if (!paragraph) return
    // What was typed while the answer was on its way is ours as well.
    const yours = this.unsaved.has(paragraph) ? paragraph.target : conflict.yours
    Object.assign(paragraph, toLocal(conflict.current))
    this.unsaved.delete(paragraph)
    this.deps.showState(index)
    this.deps.showTarget(index, paragraph.target)
    if (yours !== conflict.current.target)
      this.conflicts.value = [...this.conflicts.value, { ...conflict, yours }]
  }

  /** Settles a conflict: with theirs nothing is to be done, with ours it is written over theirs. */
  settle(conflict: SaveConflict, mine: boolean): void {
    this.conflicts.value = this.conflicts.value.filter((other) => other !== conflict)
    const index = this.indexOf(conflict.id)
    if (!mine || index < 0) return
    if (this.paragraphs[index]?.locked) void this.lock(index, false).catch(() => undefined)
    this.put(index, conflict.yours, 'typed')
  }

  /** Puts a text into a paragraph for the user: shown in the editor, saved like typing. */
  put(index: number, text: string, origin: RevisionOrigin): void {
    this.typed(index, text, origin)
    this.deps.showTarget(index, text)
  }

  lock(index: number, locked: boolean): Promise<void> {
    const paragraph = this.paragraphs[index]
    if (!paragraph) return Promise.resolve()
    // What was typed before goes out before, else the lock would refuse it.
    void this.flush()
    paragraph.locked = locked
    this.deps.showState(index)
    return this.inTurn(async () => {
      if (paragraph.id === null) return
      const [row] = await this.deps.call('paragraph.lock', { ids: [paragraph.id], locked })
      if (row) paragraph.revision = row.revision
    })
  }

  /**
   * Replaces a run of paragraphs by `after`, which now hold `texts`; shown by the caller, written here. Those of
   * `after` with a null id get theirs when the engine answers. Rejects with what the engine refused; what is shown
   * is then what is stored.
   */
  restructure(
    index: number,
    before: LocalParagraph[],
    after: LocalParagraph[],
    texts: readonly Texts[],
    origin: 'split' | 'join',
  ): Promise<void> {
    // The new run is checked against what is stored, so the old run's unsaved text goes out first, as it was before
    // it was cut or joined.
    const unsaved = this.snapshot(before)
    for (const { paragraph } of unsaved) this.unsaved.delete(paragraph)
    if (unsaved.length > 0) void this.enqueue(() => this.save(unsaved)).catch(() => undefined)
    after.forEach((paragraph, place) => {
      const { source, target, status } = texts[place] as Texts
      Object.assign(paragraph, { source, target, status, confirmed: status === 'confirmed' ? target : null })
    })
    this.paragraphs.splice(index, before.length, ...after)
    return this.inTurn(async () => {
      const result = await this.deps.call('paragraph.restructure', {
        articleId: this.id,
        before: before.map(({ id, revision }) => ({ id: id as number, baseRevision: revision })),
        after: after.map(({ id }, place) => {
          const { source, target, status } = texts[place] as Texts
          return { id, source, target, status }
        }),
        origin,
      })
      this.takeStructure(after, result)
    })
  }

  editSource(index: number, source: string): Promise<void> {
    const paragraph = this.paragraphs[index]
    if (!paragraph) return Promise.resolve()
    void this.flush()
    paragraph.source = source
    return this.inTurn(async () => {
      if (paragraph.id === null) return
      const result = await this.deps.call('paragraph.editSource', {
        id: paragraph.id,
        source,
        baseRevision: paragraph.revision,
      })
      this.takeStructure([paragraph], result)
    })
  }

  /** Queues a write that has been shown already; when it is refused for good, what is stored is shown again. */
  private async inTurn(work: () => Promise<void>): Promise<void> {
    try {
      await this.enqueue(work)
    } catch (error) {
      await this.reload()
      throw error
    }
  }

  private takeStructure(local: LocalParagraph[], result: StructureResult): void {
    local.forEach((paragraph, place) => {
      const row = result.paragraphs[place]
      if (!row) return
      paragraph.id = row.id
      paragraph.revision = row.revision
      paragraph.updatedAt = row.updatedAt
    })
    this.annotations.value = result.annotations
    this.touch()
  }

  /**
   * Takes over what others have written, after everything that waits here is written; what is still unsaved stays and
   * meets its conflict when it is saved.
   */
  reload(): Promise<void> {
    return this.enqueue(() => this.fetch())
  }

  private async fetch(): Promise<void> {
    const detail = await this.deps.call('article.get', { id: this.id })
    this.article.value = detail.article
    this.annotations.value = detail.annotations
    const same =
      detail.paragraphs.length === this.paragraphs.length &&
      detail.paragraphs.every((row, index) => {
        const known = this.paragraphs[index]
        return known?.id === row.id && known.source === row.source
      })
    // Split or joined here while the answer was on its way: if that does not fit, it is refused and asked for again.
    if (!same && this.pending.some(({ started, saves }) => !started && !saves)) return
    if (!same) {
      const mine = new Map(
        [...this.unsaved].map(([paragraph, how]) => [paragraph.id ?? paragraph, { paragraph, how }]),
      )
      this.unsaved.clear()
      const rows = detail.paragraphs.map((row) => {
        const local = toLocal(row)
        const kept = mine.get(row.id)
        if (!kept) return local
        mine.delete(row.id)
        Object.assign(local, { target: kept.paragraph.target, revision: kept.paragraph.revision })
        this.unsaved.set(local, kept.how)
        return local
      })
      const gone = [...mine.values()].map(({ paragraph }) => paragraph.target).filter((text) => text !== '')
      this.homeless.value = [...this.homeless.value, ...gone]
      this.paragraphs.splice(0, this.paragraphs.length, ...rows)
      this.touch()
      this.deps.showAll()
      return
    }
    detail.paragraphs.forEach((row, index) => {
      const paragraph = this.paragraphs[index]
      if (!paragraph || this.unsaved.has(paragraph) || paragraph.revision >= row.revision) return
      const shown = paragraph.target
      Object.assign(paragraph, toLocal(row))
      this.deps.showState(index)
      if (shown !== row.target) this.deps.showTarget(index, row.target)
    })
    this.touch()
  }

  /** Annotations alone, after one was added or changed. */
  async reloadAnnotations(): Promise<void> {
    this.annotations.value = await this.deps.call('annotation.list', { articleId: this.id })
  }

  /** The first paragraph after `index`, then from the top, that is not confirmed; -1 when all are. */
  nextUnconfirmed(index: number): number {
    const open = (paragraph: LocalParagraph) => paragraph.status !== 'confirmed' && !paragraph.locked
    const after = this.paragraphs.findIndex((paragraph, place) => place > index && open(paragraph))
    return after >= 0 ? after : this.paragraphs.findIndex(open)
  }

  get hasUnsaved(): boolean {
    return this.unsaved.size > 0 || this.pending.length > 0
  }

  /** Writes everything and stops. False when something could not be written: it is still here, and tried again. */
  async close(): Promise<boolean> {
    await this.flush()
    if (this.unsaved.size > 0) await this.flush()
    if (this.hasUnsaved) return false
    this.deps.clearTimer(this.timer)
    return true
  }
}

const toLocal = (row: Paragraph): LocalParagraph =>
  shallowReactive({
    id: row.id,
    source: row.source,
    target: row.target,
    status: row.status,
    locked: row.locked,
    revision: row.revision,
    updatedAt: row.updatedAt,
    confirmed: row.status === 'confirmed' ? row.target : null,
  })

export const newLocal = (source: string, target: string, status: ParagraphStatus): LocalParagraph =>
  shallowReactive({
    id: null,
    source,
    target,
    status,
    locked: false,
    revision: 0,
    updatedAt: '',
    confirmed: null,
  })
