import { z } from 'zod'
import { command, nothing, query } from './define.ts'

const share = z.number().min(0).max(100)

/** Every setting with its default. Unknown keys are refused; values kept by a newer version are ignored. */
export const settingsShape = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', 'en', 'ko']).default('system'),
  /** CSS pixels. */
  fontSize: z.number().min(11).max(32).default(16),
  /** Line height as a multiple of the font size. */
  lineHeight: z.number().min(1.2).max(2.4).default(1.65),
  /** Similarity (0–100) under which no match is shown. */
  matchFloor: z.int().min(30).max(100).default(60),
  /** The best match stands as ghost text behind the caret; from this score (0–100) on, penalties counted. */
  matchGhost: z.boolean().default(true),
  matchGhostFloor: z.int().min(30).max(100).default(75),
  keyMap: z.enum(['naranhi', 'omegat', 'memoq', 'trados']).default('naranhi'),
  /** Keys changed by the user: command id → key, or empty for none. */
  keys: z.record(z.string().max(60), z.string().max(60)).default({}),
  /** Monaco exposes its text to screen readers only when told so. */
  screenReader: z.boolean().default(false),
  /** Chromium's EditContext: off helps some Korean input methods. */
  editContext: z.boolean().default(true),
  spellCheck: z.boolean().default(true),
  showLibrary: z.boolean().default(true),
  showPanel: z.boolean().default(true),
  focusMode: z.boolean().default(false),
  /** Per cent: the library's width in the window; of the rest, the desk's and the side panel's. */
  columns: z.tuple([share, share, share]).default([18, 71, 29]),
  /** The source's share of the desk, per cent. */
  deskSplit: share.default(50),
  librarySort: z.enum(['updated', 'created', 'title', 'progress']).default('updated'),
  lastArticle: z.int().nullable().default(null),
  exportFormat: z.enum(['docx', 'html', 'md', 'txt']).default('docx'),
  exportLayout: z.enum(['bilingual', 'target']).default('bilingual'),
  hintsSeen: z.boolean().default(false),
})
export type Settings = z.infer<typeof settingsShape>

// `partial` alone would fill the defaults in and so overwrite what was not named.
const change = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsShape.shape).map(([key, shape]) => [key, shape.unwrap().optional()]),
  ) as unknown as { [K in keyof Settings]: z.ZodOptional<z.ZodType<Settings[K]>> },
)

export const settingContract = {
  'setting.all': query<Settings>()(nothing),
  'setting.change': command<Settings>()(change),
}
