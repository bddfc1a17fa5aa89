// Apart from the input parsers, so that the page can list them without carrying the parsers along.
export const SPLIT_MODES = ['auto', 'line', 'sentence', 'none'] as const
export type SplitMode = (typeof SPLIT_MODES)[number]

export const EXPORT_FORMATS = ['docx', 'html', 'md', 'txt'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const EXPORT_LAYOUTS = ['bilingual', 'target'] as const

export const GLOSSARY_FORMATS = ['tbx', 'tbx2', 'csv', 'tsv', 'xlsx', 'omegat'] as const
/** `tbx` is TBX v3 DCA, `tbx2` the martif of v2, `omegat` source, target, comment by tabs. */
export type GlossaryFormat = (typeof GLOSSARY_FORMATS)[number]

/** How the name of a file ends. */
export const GLOSSARY_EXTENSIONS: Readonly<Record<GlossaryFormat, string>> = {
  tbx: 'tbx',
  tbx2: 'tbx',
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  omegat: 'txt',
}

export { TERM_COLUMNS, type TermColumn } from '#core/formats/table/layout.ts'

/** `xliff`: 1.2 with the states of sdlxliff and mqxliff, and 2.x; read only. */
export const MEMORY_IMPORT_FORMATS = ['tmx', 'csv', 'tsv', 'xliff'] as const
export type MemoryImportFormat = (typeof MEMORY_IMPORT_FORMATS)[number]

/** `tmx` is TMX 1.4b. */
export const MEMORY_FORMATS = ['tmx', 'csv', 'tsv'] as const
export type MemoryFormat = (typeof MEMORY_FORMATS)[number]

export { UNIT_COLUMNS, type UnitColumn } from '#core/formats/unitTable/columns.ts'
