import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { singleLineEdits, withoutLineBreaks, type LineEdit } from './guard.ts'

const apply = (lines: readonly string[], edits: readonly LineEdit[]): string[] => {
  const result = [...lines]
  for (const { range, text } of [...edits].reverse()) {
    expect(range.startLineNumber).toBe(range.endLineNumber)
    const line = result[range.startLineNumber - 1] ?? ''
    result[range.startLineNumber - 1] =
      line.slice(0, range.startColumn - 1) + text + line.slice(range.endColumn - 1)
  }
  return result
}

const run = (lines: string[], range: [number, number, number, number], text: string, locked: number[] = []) =>
  apply(
    lines,
    singleLineEdits(
      {
        range: {
          startLineNumber: range[0],
          startColumn: range[1],
          endLineNumber: range[2],
          endColumn: range[3],
        },
        text,
      },
      (line) => (lines[line - 1] ?? '').length,
      (line) => locked.includes(line),
    ),
  )

describe('an edit stays inside its lines', () => {
  test.each([
    ['typing', ['Wuhan', 'Hubei'], [1, 6, 1, 6], '!', [], ['Wuhan!', 'Hubei']],
    ['Enter', ['Wuhan', 'Hubei'], [1, 3, 1, 3], '\n', [], ['Wuhan', 'Hubei']],
    ['Enter with indentation', ['Wuhan', 'Hubei'], [1, 3, 1, 3], '\n    ', [], ['Wuhan', 'Hubei']],
    ['Backspace at the start of a line', ['Wuhan', 'Hubei'], [1, 6, 2, 1], '', [], ['Wuhan', 'Hubei']],
    ['paste of two lines', ['Wuhan', ''], [2, 1, 2, 1], 'one\r\n two', [], ['Wuhan', 'one two']],
    ['delete across lines', ['Wuhan', 'and', 'Hubei'], [1, 3, 3, 3], '', [], ['Wu', '', 'bei']],
    ['typing across lines', ['Wuhan', 'and', 'Hubei'], [1, 3, 3, 3], 'x', [], ['Wux', '', 'bei']],
    ['all selected and typed over', ['a', 'b'], [1, 1, 2, 2], 'z', [], ['z', '']],
    ['locked', ['Wuhan', 'Hubei'], [1, 1, 1, 6], '', [1], ['Wuhan', 'Hubei']],
    ['locked in the middle', ['a', 'b', 'c'], [1, 1, 3, 2], '', [2], ['', 'b', '']],
  ] as [string, string[], [number, number, number, number], string, number[], string[]][])(
    '%s',
    (_name, lines, range, text, locked, expected) => {
      expect(run(lines, range, text, locked)).toEqual(expected)
    },
  )

  test('no edit whatever changes the number of lines, and locked lines never change', () => {
    const someLines = fc.array(fc.string({ maxLength: 6 }).map(withoutLineBreaks), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(
        someLines,
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        fc.string(),
        fc.nat(),
        (lines, at, text, lock) => {
          const first = ((at[0] as number) % lines.length) + 1
          const last = first + ((at[1] as number) % (lines.length - first + 1))
          let from = ((at[2] as number) % ((lines[first - 1] as string).length + 1)) + 1
          let to = ((at[3] as number) % ((lines[last - 1] as string).length + 1)) + 1
          if (first === last && from > to) [from, to] = [to, from]
          const locked = (lock % lines.length) + 1
          const after = run(lines, [first, from, last, to], text, [locked])
          expect(after).toHaveLength(lines.length)
          expect(after[locked - 1]).toBe(lines[locked - 1])
          expect(after.join('')).not.toMatch(/[\r\n]/)
        },
      ),
      { seed: 11, numRuns: 1000 },
    )
  })
})
