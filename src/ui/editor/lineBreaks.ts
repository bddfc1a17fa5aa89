import { ModelLineProjectionData } from 'monaco-editor/editor/common/modelLineProjectionData.js'
import {
  MonospaceLineBreaksComputerFactory,
  type InjectedText,
} from 'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js'
import { advancesOf, type Advances } from './textWidth.ts'
import { wrapOffsets } from './wrap.ts'

/**
 * Monaco breaks lines in two ways: `simple` counts columns, which is wrong for every proportional face, and
 * `advanced` lays every line out in the DOM, which took seven seconds for 5,000 paragraphs. This puts a third in the
 * place of the first: widths measured on a canvas, Korean broken at spaces. Editors keep `wrappingStrategy: 'simple'`.
 */
export const installMeasuredLineBreaks = (): void => {
  MonospaceLineBreaksComputerFactory.prototype.createLineBreaksComputer = (
    context,
    fontInfo,
    _tabSize,
    wrappingColumn,
  ) => {
    const requests: number[] = []
    return {
      addRequest: (lineNumber) => requests.push(lineNumber),
      finalize: () => {
        if (wrappingColumn === -1) return requests.map(() => null)
        const font = `${fontInfo.fontWeight} ${fontInfo.fontSize}px ${fontInfo.fontFamily}`
        const advances = advancesOf(font)
        // Monaco gives the width in columns of half-width characters, rounded down.
        const width = wrappingColumn * fontInfo.typicalHalfwidthCharacterWidth
        return requests.map((lineNumber) =>
          breaksOf(
            context.getLineContent(lineNumber),
            context.getLineInjectedText(lineNumber),
            width,
            advances,
          ),
        )
      },
    }
  }
}

const breaksOf = (
  text: string,
  injected: InjectedText[] | null,
  width: number,
  advances: Advances,
): ModelLineProjectionData | null => {
  let shown = text
  const offsets: number[] = []
  const options: unknown[] = []
  if (injected && injected.length > 0) {
    shown = ''
    let last = 0
    for (const { column, options: option } of injected) {
      shown += text.slice(last, column - 1) + option.content
      last = column - 1
      offsets.push(column - 1)
      options.push(option)
    }
    shown += text.slice(last)
  }
  const ends = wrapOffsets(shown, width, advances)
  if (ends.length === 1 && offsets.length === 0) return null
  const has = offsets.length > 0
  return new ModelLineProjectionData(has ? offsets : null, has ? options : null, ends, ends, 0)
}
