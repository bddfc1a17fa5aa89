import type { ParagraphMatches } from '#contract/memory.ts'

/** Paragraphs whose matches are kept: those around the caret, and where one has just been. */
const KEPT = 60
/** What was found for the paragraph before stands so long (ms); then that one looks is said. */
const PATIENCE = 150

/** A paragraph as far as its matches depend on it. */
export interface MatchQuestion {
  paragraphId: number
  floor: number
  /** Its own source and those beside it, which are its context. */
  sources: readonly (string | undefined)[]
}

export interface FoundForParagraph extends ParagraphMatches {
  paragraphId: number
}

export interface MatchLookupDependencies {
  find(paragraphId: number, floor: number): Promise<ParagraphMatches>
  /** What is to be shown from now on; null where nothing is known. */
  show(found: FoundForParagraph | null): void
  looking(looking: boolean): void
  setTimer(work: () => void, milliseconds: number): unknown
  clearTimer(timer: unknown): void
}

interface Entry {
  asked: Promise<FoundForParagraph>
  found: FoundForParagraph | null
}

/**
 * Matches of the paragraph under the caret, looked up ahead of it: what is known is there at once, what is not leaves
 * the former list standing for a moment, and an answer for a paragraph already left is not shown.
 */
export class MatchLookup {
  private readonly deps: MatchLookupDependencies
  private readonly known = new Map<string, Entry>()
  private now: { key: string; question: MatchQuestion } | null = null
  private timer: unknown = null

  constructor(deps: MatchLookupDependencies) {
    this.deps = deps
  }

  private ask(question: MatchQuestion): Entry {
    const key = keyOf(question)
    const there = this.known.get(key)
    this.known.delete(key)
    const { paragraphId, floor } = question
    const entry: Entry = there ?? {
      asked: this.deps.find(paragraphId, floor).then((found) => ({ ...found, paragraphId })),
      found: null,
    }
    this.known.set(key, entry)
    if (!there)
      entry.asked.then(
        (found) => (entry.found = found),
        () => {
          if (this.known.get(key) === entry) this.known.delete(key)
        },
      )
    for (const old of this.known.keys()) {
      if (this.known.size <= KEPT) break
      this.known.delete(old)
    }
    return entry
  }

  /** The caret stands in this paragraph now. Resolves when its matches are shown; rejects with what the look-up did. */
  async go(question: MatchQuestion | null): Promise<void> {
    if (!question) {
      this.now = null
      this.settle()
      return this.deps.show(null)
    }
    const key = keyOf(question)
    if (key === this.now?.key) return
    this.settle()
    await this.follow({ key, question }, true)
  }

  private async follow(mine: { key: string; question: MatchQuestion }, moved: boolean): Promise<void> {
    this.now = mine
    const entry = this.ask(mine.question)
    if (!entry.found && moved)
      this.timer = this.deps.setTimer(() => {
        if (this.now !== mine) return
        this.deps.show(null)
        this.deps.looking(true)
      }, PATIENCE)
    try {
      const found = entry.found ?? (await entry.asked)
      if (this.now !== mine) return
      this.settle()
      this.deps.show(found)
    } catch (error) {
      if (this.now !== mine) return
      this.settle()
      this.deps.show(null)
      throw error
    }
  }

  private settle(): void {
    this.deps.clearTimer(this.timer)
    this.deps.looking(false)
  }

  /** Looks paragraphs up before the caret comes to them. */
  ahead(questions: readonly MatchQuestion[]): void {
    for (const question of questions) this.ask(question).asked.catch(() => undefined)
  }

  /** Nothing known before counts any more. */
  forget(): void {
    this.known.clear()
  }

  /** Looks the present paragraph up again; what is shown stands until the answer is there. */
  async renew(): Promise<void> {
    this.forget()
    if (this.now) await this.follow({ ...this.now }, false)
  }

  /** What there is for the present paragraph, as soon as it is known; null where it is left or cannot be known. */
  async settled(): Promise<FoundForParagraph | null> {
    const { now } = this
    if (!now) return null
    const found = await this.ask(now.question).asked.catch(() => null)
    return this.now?.key === now.key ? found : null
  }

  /** Another article: nothing is asked for and nothing known. */
  reset(): void {
    this.forget()
    void this.go(null)
  }
}

const keyOf = ({ paragraphId, floor, sources }: MatchQuestion): string =>
  JSON.stringify([paragraphId, floor, sources])
