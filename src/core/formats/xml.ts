/**
 * Where in a document type declaration an entity is declared, null where none is: such entities are refused, since a few
 * lines of them can stand for gigabytes. `doctype` is what follows `<!DOCTYPE`, which stands at `start`.
 */
export const entityPlace = (
  doctype: string,
  start: { line: number; column: number },
): { line: number; column: number } | null => {
  const offset = doctype.search(/<!ENTITY/i)
  if (offset < 0) return null
  const lines = doctype.slice(0, offset).split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? { line: start.line, column: start.column + '<!DOCTYPE'.length + last.length }
    : { line: start.line + lines.length - 1, column: last.length + 1 }
}
