export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** Device-independent pixels. Without a place the system puts the window where it likes. */
export interface WindowState {
  place: { x: number; y: number } | null
  width: number
  height: number
  maximised: boolean
  fullScreen: boolean
}

export const MIN_WIDTH = 760
export const MIN_HEIGHT = 480
const DEFAULT: WindowState = { place: null, width: 1360, height: 860, maximised: false, fullScreen: false }
/** How much of the title bar has to be within reach for the window to be moved by it. */
const GRIP = { width: 120, height: 32 }

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

const overlap = (a: Rectangle, b: Rectangle): { width: number; height: number } => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
})

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high))

/**
 * The window's state as it was kept (any value at all, for the file may be damaged), made to fit the work areas of
 * the displays there are now: never larger than its display, and only in a place where its title can be reached.
 */
export const fitWindow = (kept: unknown, workAreas: readonly Rectangle[]): WindowState => {
  const state = record(kept)
  const place = record(state?.place)
  const width = isNumber(state?.width) ? Math.round(state.width) : DEFAULT.width
  const height = isNumber(state?.height) ? Math.round(state.height) : DEFAULT.height
  const wished =
    place && isNumber(place.x) && isNumber(place.y)
      ? { x: Math.round(place.x), y: Math.round(place.y) }
      : null
  // The display that shows most of its title; of two that show as much, the first.
  const [home] = wished
    ? workAreas
        .map((area) => ({ area, seen: overlap({ ...wished, width, height: GRIP.height }, area) }))
        .filter(({ seen }) => seen.width >= GRIP.width && seen.height >= GRIP.height)
        .sort((a, b) => b.seen.width - a.seen.width)
        .map(({ area }) => area)
    : []
  const area = home ?? workAreas[0]
  return {
    place: home && wished ? wished : null,
    width: area ? between(Math.min(MIN_WIDTH, area.width), width, area.width) : Math.max(MIN_WIDTH, width),
    height: area
      ? between(Math.min(MIN_HEIGHT, area.height), height, area.height)
      : Math.max(MIN_HEIGHT, height),
    maximised: state?.maximised === true,
    fullScreen: state?.fullScreen === true,
  }
}

/** Reads what was kept; null for anything that is no JSON. */
export const parseWindowState = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
