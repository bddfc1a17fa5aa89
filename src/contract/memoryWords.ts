// Apart from the input parsers, so that the page can list them without carrying the parsers along.

/** `write`: what is confirmed is kept here; exactly one memory has it. `read`: looked up. `off`: neither. */
export const MEMORY_ROLES = ['write', 'read', 'off'] as const
export type MemoryRole = (typeof MEMORY_ROLES)[number]

/** `same`: same source and target. `targets`: one source with several targets. */
export const DUPLICATE_KINDS = ['same', 'targets'] as const
/** `empty`: no source or target. `same`: target is the source. `no-hangul`: no Hangul in the source. */
export const CLEAN_KINDS = ['empty', 'same', 'no-hangul'] as const
export type CleanKind = (typeof CLEAN_KINDS)[number]

export { BANDS, type Band } from '#core/memory/bands.ts'

/** What confirming a paragraph does with the same source elsewhere. */
export const PROPAGATION_MODES = ['off', 'article', 'project'] as const
export type PropagationMode = (typeof PROPAGATION_MODES)[number]
