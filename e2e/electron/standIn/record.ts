/** What the shell has asked of Electron, for the specs to look at. All of it is JSON-shaped. */
export interface Asked {
  what: string
  with: unknown
}
export const asked: Asked[] = []
/** Options hold functions and windows; of these only the JSON-shaped rest is kept. */
export const record = (what: string, value: unknown): void => {
  asked.push({ what, with: JSON.parse(JSON.stringify(value ?? null)) as unknown })
}

/** Answers a spec has laid out for dialogs, by the dialog's function; the first is taken first. */
export const answers = new Map<string, unknown[]>()
export const takeAnswer = <Value>(what: string, otherwise: Value): Value =>
  (answers.get(what)?.shift() as Value | undefined) ?? otherwise
