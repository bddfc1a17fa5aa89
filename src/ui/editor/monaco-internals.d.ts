// Parts of Monaco that have no types of their own. Only `lineBreaks.ts`, `guard.ts` and `structureUndo.ts` reach for
// them, and each says why. Checked against monaco-editor 0.57; `internals.test.ts` fails when a shape has changed.
declare module 'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js' {
  export class MonospaceLineBreaksComputerFactory {
    createLineBreaksComputer(
      context: {
        getLineContent(lineNumber: number): string
        getLineInjectedText(lineNumber: number): InjectedText[] | null
      },
      fontInfo: FontFacts,
      tabSize: number,
      wrappingColumn: number,
      wrappingIndent: number,
      wordBreak: string,
      wrapOnEscapedLineFeeds: boolean,
      useTwoCellFullwidthCharacters: boolean,
    ): {
      addRequest(lineNumber: number, previous: unknown): void
      finalize(): unknown[]
    }
  }
  export interface FontFacts {
    fontFamily: string
    fontSize: number
    fontWeight: string
    typicalHalfwidthCharacterWidth: number
  }
  export interface InjectedText {
    column: number
    options: { content: string }
  }
}
declare module 'monaco-editor/editor/common/modelLineProjectionData.js' {
  export interface ModelLineProjectionData {
    readonly breakOffsets: number[]
  }
  export const ModelLineProjectionData: new (
    injectionOffsets: number[] | null,
    injectionOptions: unknown[] | null,
    breakOffsets: number[],
    breakOffsetsVisibleColumn: number[],
    wrappedTextIndentLength: number,
  ) => ModelLineProjectionData
}
declare module 'monaco-editor/editor/standalone/browser/standaloneServices.js' {
  export const StandaloneServices: { get<T>(id: { readonly service?: T } & ((...args: never[]) => void)): T }
}
declare module 'monaco-editor/platform/undoRedo/common/undoRedo.js' {
  import type { Uri } from 'monaco-editor/editor.js'
  export interface UndoElement {
    /** 0: belongs to one resource. */
    type: 0
    resource: Uri
    label: string
    code: string
    undo(): void | Promise<void>
    redo(): void | Promise<void>
  }
  export interface UndoRedoServiceShape {
    pushElement(element: UndoElement): void
    getLastElement(resource: Uri): object | null
    canUndo(resource: Uri): boolean
    canRedo(resource: Uri): boolean
    removeElements(resource: Uri): void
  }
  export const IUndoRedoService: { readonly service?: UndoRedoServiceShape } & ((...args: never[]) => void)
}
declare module 'monaco-editor/editor/editor.worker.js?worker&url' {
  const address: string
  export default address
}
