import type { Side } from '#core/model/annotation.ts'
import { Alignment } from './alignment.ts'
import { provideAssistance } from './assist.ts'
import type { DeskData, DeskEvents, DeskLine, DeskPlace, DeskSelection } from './desk.ts'
import { GhostText } from './ghost.ts'
import type { GhostOffer } from './ghostRest.ts'
import { guardLines } from './guard.ts'
import { nameField } from './label.ts'
import { Marks } from './marks.ts'
import { editor, Range, Selection, setUpMonaco, SOURCE_LANGUAGE, TARGET_LANGUAGE } from './monaco.ts'
import { lookOptions, paneOptions, type DeskLook } from './options.ts'
import { SourceEditing } from './sourceEditing.ts'
import { SuggestList } from './suggestList.ts'
import { forgetUndo, pushUndoStep } from './structureUndo.ts'
import { linesOf } from './pasteLines.ts'

type Pane = editor.IStandaloneCodeEditor

const LETTER = /[\p{L}\p{N}]/u

/** Two editors that read as one page: source left, target right, one paragraph one line, one scroll. */
export class DeskEditor {
  readonly source: Pane
  readonly target: Pane
  private readonly sourceModel: editor.ITextModel
  private readonly targetModel: editor.ITextModel
  private readonly alignment: Alignment
  private readonly marks: Marks
  private readonly sourceEditing: SourceEditing
  private readonly suggestList: SuggestList
  private readonly ghost: GhostText
  private readonly partner: [editor.IEditorDecorationsCollection, editor.IEditorDecorationsCollection]
  private readonly events: DeskEvents
  private readonly stops: (() => void)[] = []
  private lines: DeskLine[] = []
  private composing = false
  private waiting: (() => void)[] = []
  private labels = { source: '', target: '' }
  /** True while the desk changes its own models, so that this is not taken for typing. */
  private quiet = false

  constructor(
    sourceNode: HTMLElement,
    targetNode: HTMLElement,
    look: DeskLook,
    data: DeskData,
    events: DeskEvents,
  ) {
    setUpMonaco()
    this.events = events
    this.sourceModel = editor.createModel('', SOURCE_LANGUAGE)
    this.targetModel = editor.createModel('', TARGET_LANGUAGE)
    for (const model of [this.sourceModel, this.targetModel]) {
      // News has no code in it: pairing brackets over the whole text is work for nothing.
      model.updateOptions({
        bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
      })
    }
    const base = paneOptions(look)
    this.source = editor.create(sourceNode, {
      ...base,
      model: this.sourceModel,
      readOnly: true,
      domReadOnly: true,
      quickSuggestions: false,
      // The target's bar scrolls both.
      scrollbar: {
        vertical: 'hidden',
        horizontal: 'hidden',
        verticalScrollbarSize: 0,
        handleMouseWheel: true,
      },
    })
    this.target = editor.create(targetNode, {
      ...base,
      model: this.targetModel,
      lineNumbers: 'off',
      lineDecorationsWidth: 6,
      scrollbar: { vertical: 'visible', horizontal: 'hidden', verticalScrollbarSize: 10 },
    })
    this.alignment = new Alignment(this.source, this.target)
    this.marks = new Marks(
      this.source,
      this.target,
      () => this.lines,
      data,
      (first, last) => events.shown(first, last),
    )
    this.partner = [this.source.createDecorationsCollection(), this.target.createDecorationsCollection()]
    this.sourceEditing = new SourceEditing(this.source, (index, before, after) => {
      events.sourceEditing(null)
      const line = this.lines[index]
      if (line) line.source = after
      if (before !== after) events.sourceEdited(index, before, after)
    })
    guardLines(
      this.targetModel,
      (line) => this.lines[line - 1]?.locked ?? false,
      (line) => events.refused(line - 1),
    )
    guardLines(
      this.sourceModel,
      (line) => this.sourceEditing.index !== line - 1,
      () => undefined,
    )
    this.labels = data.labels
    this.stops.push(
      nameField(this.source, () => this.labels.source),
      nameField(this.target, () => this.labels.target),
    )
    this.suggestList = new SuggestList(this.target)
    this.ghost = new GhostText(this.target, {
      isBarred: (index) => this.composing || (this.lines[index]?.locked ?? true),
      changed: (lineNumber) => {
        const level = () => {
          if (lineNumber <= this.lines.length) this.alignment.update([lineNumber])
        }
        level()
        // Within a change of the text Monaco breaks rows round what it adds or takes away only after everybody was told.
        queueMicrotask(level)
      },
    })
    this.stops.push(
      provideAssistance({ source: this.sourceModel, target: this.targetModel }, data, (found) =>
        this.suggestList.offered(found),
      ),
    )
    this.listen()
  }

  private listen(): void {
    const { source, target, events } = this
    const follow = (from: Pane, to: Pane) =>
      from.onDidScrollChange((event) => {
        if (!event.scrollTopChanged) return
        if (Math.abs(to.getScrollTop() - event.scrollTop) > 0.5)
          to.setScrollTop(event.scrollTop, editor.ScrollType.Immediate)
        this.marks.scrolled()
      })
    const own = [
      follow(source, target),
      follow(target, source),
      this.targetModel.onDidChangeContent((event) => {
        const touched = new Set<number>()
        for (const { range } of event.changes) {
          for (let line = range.startLineNumber; line <= range.endLineNumber; line++) touched.add(line)
        }
        if (this.quiet) return
        const existing = [...touched].filter((line) => line <= this.targetModel.getLineCount())
        this.ghost.refresh()
        this.alignment.update(existing)
        for (const line of existing) {
          const text = this.targetModel.getLineContent(line)
          const known = this.lines[line - 1]
          if (known) known.target = text
          events.targetChanged(line - 1, text)
        }
      }),
      this.sourceModel.onDidChangeContent((event) => {
        if (!this.quiet) this.alignment.update(event.changes.map((change) => change.range.startLineNumber))
      }),
      ...([source, target] as const).flatMap((pane) => [
        pane.onDidChangeCursorSelection(() => this.moved(pane)),
        pane.onDidFocusEditorText(() => this.moved(pane)),
        pane.onMouseDown((event) => {
          this.ghost.pressing()
          // The space a paragraph leaves beside its longer partner belongs to it: a click there goes to its end.
          const { type, detail } = event.target as {
            type: editor.MouseTargetType
            detail?: { positionBefore?: { lineNumber: number } | null } | undefined
          }
          if (
            type !== editor.MouseTargetType.CONTENT_VIEW_ZONE &&
            type !== editor.MouseTargetType.GUTTER_VIEW_ZONE
          )
            return
          const line = detail?.positionBefore?.lineNumber
          const model = pane.getModel()
          if (line === undefined || !model) return
          setTimeout(() => {
            pane.setPosition({ lineNumber: line, column: model.getLineMaxColumn(line) })
            pane.focus()
          })
        }),
        pane.onContextMenu(({ target: { position }, event }) => {
          if (!position) return
          pane.setPosition(position)
          pane.focus()
          // Told even where the caret stood there already and the other side had the focus.
          this.moved(pane)
          const { lineNumber, column } = position
          const place = { side: this.sideOf(pane), index: lineNumber - 1, offset: column - 1 }
          if (events.asked(place, event.browserEvent)) event.preventDefault()
        }),
        pane.onDidCompositionStart(() => {
          this.composing = true
          // A list that pops up in the middle of a syllable would take the next key from it.
          pane.updateOptions({ quickSuggestions: false })
          this.ghost.refresh()
        }),
        pane.onDidCompositionEnd(() => {
          this.composing = false
          if (pane === target)
            pane.updateOptions({ quickSuggestions: { other: 'on', comments: 'off', strings: 'off' } })
          // After Monaco has taken the composed text in.
          setTimeout(() => {
            this.ghost.refresh()
            this.runWaiting()
          })
        }),
        pane.onDidBlurEditorWidget(() => {
          this.composing = false
          this.runWaiting()
          events.left()
        }),
        pane.onDidLayoutChange(() => {
          this.alignment.realignSoon()
          this.keepInView()
        }),
      ]),
      source.onDidBlurEditorText(() => this.sourceEditing.finish()),
    ]
    this.stops.push(() => own.forEach((each) => each.dispose()))
    const onPaste = (event: ClipboardEvent) => {
      const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '')
      if (lines.length > 1) events.pastedLines(lines, this.place())
    }
    const node = target.getDomNode()
    node?.addEventListener('paste', onPaste, { capture: true })
    this.stops.push(() => node?.removeEventListener('paste', onPaste, { capture: true }))
  }

  private runWaiting(): void {
    if (this.composing) return
    for (const work of this.waiting.splice(0)) work()
  }

  /** Runs at once, or after the syllable that is being composed: a change from outside would break it. */
  whenComposed(work: () => void): void {
    if (this.composing) this.waiting.push(work)
    else work()
  }

  get isComposing(): boolean {
    return this.composing
  }

  private silently(work: () => void): void {
    const before = this.quiet
    this.quiet = true
    try {
      work()
    } finally {
      this.quiet = before
    }
  }

  private paneOf(side: Side): Pane {
    return side === 'source' ? this.source : this.target
  }

  private sideOf(pane: Pane): Side {
    return pane === this.source ? 'source' : 'target'
  }

  private moved(pane: Pane): void {
    if (this.quiet) return
    const position = pane.getPosition()
    if (!position) return
    const other = pane === this.source ? this.target : this.source
    // The partner's caret stands in the same paragraph, so that going over to it goes to the right place.
    if (other.getPosition()?.lineNumber !== position.lineNumber && position.lineNumber <= this.lines.length) {
      const { lineNumber } = position
      // In the translation one goes on writing: what is inserted from the source side goes to its end.
      const column = other === this.target ? this.targetModel.getLineMaxColumn(lineNumber) : 1
      this.silently(() => other.setPosition({ lineNumber, column }))
    }
    this.markPair(position.lineNumber - 1)
    this.ghost.refresh()
    this.events.moved(this.placeIn(pane), this.selection(this.sideOf(pane)))
  }

  /** After a resize the paragraph being worked on is still on screen. */
  private keepInView(): void {
    requestAnimationFrame(() => {
      const position = this.target.getPosition()
      if (position && this.lines.length > 0)
        this.target.revealPositionInCenterIfOutsideViewport(position, editor.ScrollType.Immediate)
    })
  }

  private markPair(index: number): void {
    this.alignment.mark(index)
    this.partner.forEach((collection) =>
      collection.set([
        {
          range: new Range(index + 1, 1, index + 1, 1),
          options: {
            isWholeLine: true,
            className: 'desk-row-active',
            lineNumberClassName: 'desk-number-active',
          },
        },
      ]),
    )
  }

  /** Shows an article from its beginning, or with the caret at `place`. */
  setLines(lines: readonly DeskLine[], place: DeskPlace | null): void {
    this.sourceEditing.drop()
    this.ghost.offer(0, null)
    this.lines = lines.map((line) => ({ ...line }))
    this.silently(() => {
      this.sourceModel.setValue(this.lines.map((line) => line.source).join('\n'))
      this.targetModel.setValue(this.lines.map((line) => line.target).join('\n'))
    })
    forgetUndo(this.sourceModel)
    forgetUndo(this.targetModel)
    this.alignment.rebuild()
    this.marks.refresh()
    this.goTo(place ?? { side: 'target', index: 0, offset: 0 })
  }

  /** Status and lock of one paragraph. */
  setState(index: number, state: Pick<DeskLine, 'status' | 'locked'>): void {
    const line = this.lines[index]
    if (!line) return
    Object.assign(line, state)
    this.ghost.refresh()
    this.marks.refresh()
  }

  refreshMarks(): void {
    this.marks.refresh()
  }

  /** Puts a text into a target as one undo step; the caret stays where it was in the unchanged part. */
  setTarget(index: number, text: string): void {
    const before = this.targetModel.getLineContent(index + 1)
    if (before === text) return
    let head = 0
    while (head < before.length && head < text.length && before[head] === text[head]) head++
    let tail = 0
    while (
      tail < before.length - head &&
      tail < text.length - head &&
      before[before.length - 1 - tail] === text[text.length - 1 - tail]
    )
      tail++
    const range = new Range(index + 1, head + 1, index + 1, before.length - tail + 1)
    this.target.pushUndoStop()
    this.target.executeEdits('naranhi', [
      { range, text: text.slice(head, text.length - tail), forceMoveMarkers: true },
    ])
    this.target.pushUndoStop()
  }

  /** Several targets in one undo step. */
  setTargets(texts: readonly { index: number; text: string }[]): void {
    this.target.pushUndoStop()
    this.target.executeEdits(
      'naranhi',
      texts.map(({ index, text }) => ({
        range: new Range(index + 1, 1, index + 1, this.targetModel.getLineMaxColumn(index + 1)),
        text,
      })),
    )
    this.target.pushUndoStop()
  }

  /**
   * Shows targets that were written elsewhere. Not an undo step of its own: `pushStep` makes one around it, whose
   * undo shows the former ones.
   */
  showTargets(texts: readonly { index: number; text: string }[]): void {
    this.silently(() =>
      this.targetModel.applyEdits(
        texts.map(({ index, text }) => ({
          range: new Range(index + 1, 1, index + 1, this.targetModel.getLineMaxColumn(index + 1)),
          text,
        })),
      ),
    )
    for (const { index, text } of texts) {
      const line = this.lines[index]
      if (line) line.target = text
    }
    this.ghost.refresh()
    this.alignment.update(texts.map(({ index }) => index + 1))
    this.marks.refresh()
  }

  /** Inserts at the caret of the target (over its selection) as one undo step; the caret stands before `behind`. */
  insert(text: string, behind = ''): void {
    const selection = this.target.getSelection()
    if (!selection) return
    this.target.pushUndoStop()
    const { lineNumber, column } = selection.getStartPosition()
    const caret = column + text.length
    this.target.executeEdits(
      'naranhi',
      [{ range: selection, text: text + behind, forceMoveMarkers: true }],
      [new Selection(lineNumber, caret, lineNumber, caret)],
    )
    this.target.pushUndoStop()
    this.target.focus()
  }

  /** Target text from the start of the paragraph to the caret, or to the beginning of what is selected. */
  textBeforeCaret(): string {
    const start = this.target.getSelection()?.getStartPosition()
    if (!start) return ''
    return this.targetModel.getLineContent(start.lineNumber).slice(0, start.column - 1)
  }

  /** Target text from the caret, or from the end of what is selected, to the end of the paragraph. */
  textAfterCaret(): string {
    const end = this.target.getSelection()?.getEndPosition()
    return end ? this.targetModel.getLineContent(end.lineNumber).slice(end.column - 1) : ''
  }

  /**
   * Replaces neighbouring paragraphs on both sides, as no typing can. Not an undo step of its own: `pushStep` makes
   * one around it.
   */
  splice(index: number, removed: number, lines: readonly DeskLine[], place: DeskPlace | null): void {
    this.sourceEditing.drop()
    this.ghost.offer(0, null)
    this.silently(() => {
      for (const [model, side] of [
        [this.sourceModel, 'source'],
        [this.targetModel, 'target'],
      ] as const) {
        const end = index + removed
        const range = new Range(index + 1, 1, end, model.getLineMaxColumn(end))
        model.applyEdits([{ range, text: lines.map((line) => line[side]).join('\n') }])
      }
      this.lines.splice(index, removed, ...lines.map((line) => ({ ...line })))
    })
    this.alignment.rebuild()
    this.marks.refresh()
    if (place) this.goTo(place)
  }

  /** Shows another source for a paragraph without it being typed. */
  setSource(index: number, text: string): void {
    this.sourceEditing.drop()
    const line = this.lines[index]
    if (!line) return
    line.source = text
    this.silently(() =>
      this.sourceModel.applyEdits([
        { range: new Range(index + 1, 1, index + 1, this.sourceModel.getLineMaxColumn(index + 1)), text },
      ]),
    )
    forgetUndo(this.sourceModel)
    this.alignment.update([index + 1])
    this.marks.refresh()
  }

  /** Gives whether it is still what would be undone next. */
  pushStep(label: string, undo: () => void, redo: () => void): () => boolean {
    return pushUndoStep(this.targetModel, { label, undo, redo })
  }

  undo(): void {
    if (this.sourceEditing.index !== null) this.source.trigger('naranhi', 'undo', null)
    else void this.targetModel.undo()
  }

  redo(): void {
    if (this.sourceEditing.index !== null) this.source.trigger('naranhi', 'redo', null)
    else void this.targetModel.redo()
  }

  /** Opens the source of a paragraph for editing, or ends it. */
  toggleSourceEditing(index: number): void {
    if (this.sourceEditing.index !== null) return this.sourceEditing.finish()
    this.events.sourceEditing(index)
    this.sourceEditing.begin(index)
  }

  get isEditingSource(): boolean {
    return this.sourceEditing.index !== null
  }

  finishSourceEditing(): void {
    this.sourceEditing.finish()
  }

  private focusedPane(): Pane {
    return this.source.hasWidgetFocus() ? this.source : this.target
  }

  get focusedSide(): Side {
    return this.sideOf(this.focusedPane())
  }

  hasFocus(): boolean {
    return this.source.hasWidgetFocus() || this.target.hasWidgetFocus()
  }

  private placeIn(pane: Pane): DeskPlace {
    const position = pane.getPosition()
    return {
      side: this.sideOf(pane),
      index: (position?.lineNumber ?? 1) - 1,
      offset: (position?.column ?? 1) - 1,
    }
  }

  place(): DeskPlace {
    return this.placeIn(this.focusedPane())
  }

  /** Offset of the caret on one side if it stands in the paragraph. */
  offsetIn(side: Side, index: number): number | null {
    const place = this.placeIn(this.paneOf(side))
    return place.index === index ? place.offset : null
  }

  /** What is selected on one side, as far as it lies in one paragraph (its first). */
  selection(side: Side): DeskSelection | null {
    const selection = this.paneOf(side).getSelection()
    if (!selection || selection.isEmpty()) return null
    const model = side === 'source' ? this.sourceModel : this.targetModel
    const line = selection.startLineNumber
    const end = selection.endLineNumber === line ? selection.endColumn : model.getLineMaxColumn(line)
    const text = model.getLineContent(line).slice(selection.startColumn - 1, end - 1)
    if (text.trim() === '') return null
    const whole = model.getLineContent(line)
    const start = selection.startColumn - 1
    const wholeWord =
      !/\s/u.test(text) && !LETTER.test(whole.charAt(start - 1)) && !LETTER.test(whole.charAt(end - 1))
    return { side, index: line - 1, start, end: end - 1, text, wholeWord }
  }

  /** The word at the caret of one side, if that stands in the paragraph. */
  wordAt(side: Side, index: number): DeskSelection | null {
    const offset = this.offsetIn(side, index)
    if (offset === null) return null
    const model = side === 'source' ? this.sourceModel : this.targetModel
    const found = model.getWordAtPosition({ lineNumber: index + 1, column: offset + 1 })
    if (!found) return null
    const [start, end] = [found.startColumn - 1, found.endColumn - 1]
    return { side, index, start, end, text: found.word, wholeWord: true }
  }

  /** Brings a paragraph into view with all its lines: the whole of its source is to be read before it is translated. */
  private showWhole(pane: Pane, lineNumber: number): void {
    const top = pane.getTopForLineNumber(lineNumber)
    const last = lineNumber >= this.lines.length
    const bottom = last ? pane.getContentHeight() : pane.getTopForLineNumber(lineNumber + 1)
    const { height } = pane.getLayoutInfo()
    const scrolled = pane.getScrollTop()
    if (top >= scrolled && bottom <= scrolled + height) return
    // A third down the window, unless it is too long for that.
    const above = Math.max(0, Math.min(height / 3, height - (bottom - top)))
    pane.setScrollTop(Math.max(0, top - above), editor.ScrollType.Immediate)
  }

  goTo(place: DeskPlace, { focus = true }: { focus?: boolean } = {}): void {
    const pane = this.paneOf(place.side)
    const position = { lineNumber: place.index + 1, column: place.offset + 1 }
    pane.setPosition(position)
    this.showWhole(pane, position.lineNumber)
    if (focus) pane.focus()
    this.moved(pane)
  }

  select(side: Side, index: number, start: number, end: number): void {
    const pane = this.paneOf(side)
    const range = new Range(index + 1, start + 1, index + 1, end + 1)
    pane.setSelection(range)
    pane.revealRangeInCenterIfOutsideViewport(range, editor.ScrollType.Immediate)
    pane.focus()
  }

  focus(side: Side): void {
    this.paneOf(side).focus()
  }

  find(replace: boolean): void {
    const pane = replace ? this.target : this.focusedPane()
    void pane.getAction(replace ? 'editor.action.startFindReplaceAction' : 'actions.find')?.run()
  }

  /** Whether a key belongs to the list of completions, which is asked before any command. */
  wantsKey(event: KeyboardEvent): boolean {
    return this.target.hasWidgetFocus() && this.suggestList.wants(event)
  }

  /** Translations that may be continued in a paragraph as ghost text, the best first. */
  offerGhost(index: number, texts: readonly GhostOffer[] | null): void {
    this.whenComposed(() => this.ghost.offer(index, texts))
  }

  /** The paragraph's text with all of the ghost text, or its next word; null where none can be taken by a key. */
  ghostTaken(part: 'all' | 'word'): string | null {
    if (!this.target.hasTextFocus() || this.composing || this.suggestList.takesTab) return null
    return part === 'all' ? (this.ghost.shown?.text ?? null) : this.ghost.withNextWord
  }

  complete(): void {
    this.target.focus()
    this.suggestList.called()
    this.target.trigger('naranhi', 'editor.action.triggerSuggest', null)
  }

  setLook(look: DeskLook): void {
    for (const pane of [this.source, this.target]) pane.updateOptions(lookOptions(look))
    this.alignment.realignSoon()
  }

  setLabels(labels: { source: string; target: string }): void {
    this.labels = labels
    this.source.updateOptions({ ariaLabel: labels.source })
    this.target.updateOptions({ ariaLabel: labels.target })
    this.marks.refresh()
  }

  /** Fonts have come in: everything measured before is measured again. */
  remeasure(): void {
    editor.remeasureFonts()
    this.alignment.realignSoon()
  }

  dispose(): void {
    for (const stop of this.stops) stop()
    this.alignment.dispose()
    this.marks.dispose()
    this.suggestList.dispose()
    this.ghost.dispose()
    this.source.dispose()
    this.target.dispose()
    this.sourceModel.dispose()
    this.targetModel.dispose()
  }
}
