// Apart from the input parsers, so that the page can list them without carrying the parsers along.
export const SPLIT_MODES = ['auto', 'line', 'sentence', 'none'] as const
export type SplitMode = (typeof SPLIT_MODES)[number]

export const EXPORT_FORMATS = ['docx', 'html', 'md', 'txt'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_LAYOUTS = ['bilingual', 'target'] as const
