import { computed, ref, shallowReactive, shallowRef, triggerRef, type Ref } from 'vue'
import type { Annotation } from '#core/model/annotation.ts'
import type { ArticleSummary, Paragraph, ParagraphStatus, RevisionOrigin } from '#core/model/article.ts'
import type { ArticleDetail, SaveConflict, SaveResult, StructureResult } from '#contract/article.ts'
import type { CallFunction } from '#contract/index.ts'
import { AppError } from '#contract/error.ts'

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

/** Waits before a failed save is tried again by itself; what was typed stays unsaved and marked until then. */
const RETRY = 3000

/**
 * One open article: its paragraphs as they are shown, what of them is not on disk yet, and one queue through which
 * all its writes go in the order they were made.
 */
export class ArticleSession {
  readonly id: number
  readonly article: Ref<ArticleSummary>
  readonly paragraphs: LocalParagraph[]
  readonly annotations: Ref<Annotation[]>
  readonly conflicts = ref<SaveConflict[]>([])
  readonly state = computed<SaveState>(() => {
    if (this.failure.value) return { kind: 'failed', error: this.failure.value }
    if (this.writing.value > 0) return { kind: 'saving' }
    return this.unsavedCount.value > 0 ? { kind: 'unsaved' } : { kind: 'saved', at: this.savedAt.value }
  })
  readonly confirmed = computed(() => this.count((paragraph) => paragraph.status === 'confirmed'))

  private readonly deps: SessionDependencies
  private readonly unsaved = new Map<LocalParagraph, Unsaved>()
  private readonly version = shallowRef(0)
  private readonly unsavedCount = ref(0)
  private readonly writing = ref(0)
  private readonly savedAt = ref<string | null>(null)
  private readonly failure = shallowRef<AppError | null>(null)
  private queue: Promise<void> = Promise.resolve()
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
    this.unsavedCount.value = this.unsaved.size
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

  /** Everything through one door, one after the other; a failure does not stop what comes after it. */
  private enqueue(work: () => Promise<void>): Promise<void> {
    this.writing.value++
    const run = this.queue.then(work).finally(() => {
      this.writing.value--
    })
    this.queue = run.catch(() => undefined)
    return run
  }

  /** Writes what is unsaved. Resolves when it is on disk, or has failed and is marked so. */
  flush(): Promise<void> {
    this.deps.clearTimer(this.timer)
    if (this.unsaved.size === 0) return this.queue
    return this.enqueue(() => this.save())
  }

  private async save(): Promise<void> {
    const snapshot = [...this.unsaved].map(([paragraph, how]) => ({ paragraph, how, text: paragraph.target }))
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
    let result: SaveResult
    try {
      result = await this.deps.call('paragraph.save', { edits })
    } catch (error) {
      this.failed(error)
      return
    }
    this.failure.value = null
    const ended = new Set([
      ...result.saved.map(({ id }) => id),
      ...result.conflicts.map(({ id }) => id),
      ...result.locked,
    ])
    for (const { paragraph, how, text } of snapshot) {
      if (paragraph.id === null || !ended.has(paragraph.id)) continue
      // Typed or confirmed meanwhile: what is newer than the snapshot stays unsaved.
      const same = paragraph.target === text && this.unsaved.get(paragraph) === how
      const saved = result.saved.find(({ id }) => id === paragraph.id)
      if (saved) {
        paragraph.revision = saved.revision
        paragraph.updatedAt = saved.updatedAt
        if (same && paragraph.status !== saved.status) {
          paragraph.status = saved.status
          this.deps.showState(this.paragraphs.indexOf(paragraph))
        }
      }
      if (same) this.unsaved.delete(paragraph)
    }
    for (const conflict of result.conflicts) this.takeTheirs(conflict)
    this.conflicts.value = [...this.conflicts.value, ...result.conflicts]
    this.savedAt.value = result.savedAt
    this.touch()
    if (this.unsaved.size > 0) this.schedule(this.deps.delay)
  }

  /** Somebody saved first: theirs is shown, ours is kept in the conflict (and in the history). */
  private takeTheirs(conflict: SaveConflict): void {
    const index = this.indexOf(conflict.id)
    const paragraph = this.paragraphs[index]
    if (!paragraph) return
    Object.assign(paragraph, toLocal(conflict.current))
    this.unsaved.delete(paragraph)
    this.deps.showTarget(index, paragraph.target)
  }

  /** Settles a conflict: with theirs nothing is to be done, with ours it is written over theirs. */
  settle(conflict: SaveConflict, mine: boolean): void {
    this.conflicts.value = this.conflicts.value.filter((other) => other !== conflict)
    const index = this.indexOf(conflict.id)
    if (mine && index >= 0) this.put(index, conflict.yours, 'typed')
  }

  private failed(error: unknown): void {
    this.failure.value = error instanceof AppError ? error : new AppError('internal', String(error))
    this.touch()
    this.schedule(RETRY)
  }

  /** Puts a text into a paragraph for the user: shown in the editor, saved like typing. */
  put(index: number, text: string, origin: RevisionOrigin): void {
    this.typed(index, text, origin)
    this.deps.showTarget(index, text)
  }

  async lock(index: number, locked: boolean): Promise<void> {
    const paragraph = this.paragraphs[index]
    if (!paragraph) return
    paragraph.locked = locked
    this.deps.showState(index)
    this.touch()
    void this.flush()
    await this.enqueue(async () => {
      if (paragraph.id === null) return
      const [row] = await this.deps.call('paragraph.lock', { ids: [paragraph.id], locked })
      if (row) paragraph.revision = row.revision
    })
  }

  /**
   * Replaces a run of paragraphs: shown at once by the caller, written here. `after` are the local paragraphs that
   * now stand there; those with a null id get theirs when the engine answers.
   */
  restructure(
    index: number,
    before: LocalParagraph[],
    after: LocalParagraph[],
    origin: 'split' | 'join',
  ): Promise<void> {
    // Unsaved text of the old run goes out first, in order, since the structure is checked against what is stored.
    void this.flush()
    this.paragraphs.splice(index, before.length, ...after)
    for (const gone of before) if (!after.includes(gone)) this.unsaved.delete(gone)
    this.touch()
    const wanted = after.map(({ source, target, status }) => ({ source, target, status }))
    return this.enqueue(async () => {
      try {
        const result = await this.deps.call('paragraph.restructure', {
          articleId: this.id,
          before: before.map(({ id, revision }) => ({ id: id as number, baseRevision: revision })),
          after: after.map(({ id }, place) => ({ id, ...(wanted[place] as (typeof wanted)[number]) })),
          origin,
        })
        this.takeStructure(after, result)
      } catch (error) {
        await this.reload()
        throw error
      }
    })
  }

  editSource(index: number, source: string): Promise<void> {
    const paragraph = this.paragraphs[index]
    if (!paragraph) return Promise.resolve()
    paragraph.source = source
    this.touch()
    void this.flush()
    return this.enqueue(async () => {
      if (paragraph.id === null) return
      try {
        const result = await this.deps.call('paragraph.editSource', {
          id: paragraph.id,
          source,
          baseRevision: paragraph.revision,
        })
        this.takeStructure([paragraph], result)
      } catch (error) {
        await this.reload()
        throw error
      }
    })
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

  /** Takes over what others have written; what is unsaved here stays, and will meet its conflict when it is saved. */
  async reload(): Promise<void> {
    const detail = await this.deps.call('article.get', { id: this.id })
    this.article.value = detail.article
    this.annotations.value = detail.annotations
    const same =
      detail.paragraphs.length === this.paragraphs.length &&
      detail.paragraphs.every((row, index) => {
        const known = this.paragraphs[index]
        return known?.id === row.id && known.source === row.source
      })
    if (!same) {
      const mine = new Map([...this.unsaved].map(([paragraph, how]) => [paragraph.id, { paragraph, how }]))
      this.unsaved.clear()
      const rows = detail.paragraphs.map((row) => {
        const kept = mine.get(row.id)
        if (!kept) return toLocal(row)
        const local = { ...toLocal(row), target: kept.paragraph.target, revision: kept.paragraph.revision }
        this.unsaved.set(local, kept.how)
        return local
      })
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
    return this.unsaved.size > 0 || this.writing.value > 0
  }

  close(): Promise<void> {
    return this.flush().finally(() => this.deps.clearTimer(this.timer))
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
