import { ref, shallowRef, type Ref } from 'vue'
import { messageOf } from '../../app/errors.ts'

const PAGE = 200
/** Pages held at once; the farthest from what is shown go first. */
const HELD = 40
/** Milliseconds between two looks at what is wanted while the table is scrolled. */
const PACE = 40

export interface RowSource<Row> {
  fetch(offset: number, limit: number): Promise<{ rows: readonly Row[]; total: number }>
  /** The ids of the list, as many of them as one may have at once. */
  ids(): Promise<number[]>
  /** Whether `ids` come in the order of the list; where not, places are only known of rows that are here. */
  idsInOrder: boolean
}

export interface RowPages<Row> {
  total: Ref<number>
  loaded: Ref<boolean>
  /** Why nothing could be fetched; empty where all is well. */
  problem: Ref<string>
  /** The row at a place of the list, where its page is there. */
  at(index: number): Row | undefined
  /** Says which places are shown; their pages and those beside them are fetched. */
  want(first: number, last: number): void
  /** Fetches anew what is shown; what is there stays until then. */
  refresh(): Promise<void>
  /** Puts a row that was changed in its own place, until the list is fetched anew. */
  put(row: Row): void
  /** The place of a row, asked of the engine where its page is not here; -1 where the list has it not. */
  placeOf(id: number): Promise<number>
  /** The ids from one place to another, both included. */
  idsBetween(first: number, last: number): Promise<number[]>
  allIds(): Promise<number[]>
}

/** A list of any length of which only the pages near to what is shown are held. */
export const useRowPages = <Row extends { id: number }>(source: RowSource<Row>): RowPages<Row> => {
  const pages = shallowRef<ReadonlyMap<number, readonly Row[]>>(new Map())
  const total = ref(0)
  const loaded = ref(false)
  const problem = ref('')
  const loading = new Set<number>()
  let shown = { first: 0, last: 0 }
  let generation = 0
  let timer = 0
  /** All ids of this generation, once they were needed. */
  let ids: Promise<number[]> | null = null

  const fetchPage = (page: number) => source.fetch(page * PAGE, PAGE)

  const held = (all: Map<number, readonly Row[]>): Map<number, readonly Row[]> => {
    const middle = (shown.first + shown.last) / 2
    const far = [...all.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const page of far.slice(0, Math.max(0, all.size - HELD))) all.delete(page)
    return all
  }

  const fill = async () => {
    const mine = generation
    const wanted: number[] = []
    for (let page = shown.first; page <= shown.last; page++) wanted.push(page)
    wanted.push(shown.last + 1, shown.first - 1)
    const missing = wanted.filter(
      (page) => page >= 0 && page * PAGE < total.value && !pages.value.has(page) && !loading.has(page),
    )
    for (const page of missing) loading.add(page)
    await Promise.all(
      missing.map(async (page) => {
        try {
          const { rows } = await fetchPage(page)
          if (mine === generation) pages.value = held(new Map(pages.value).set(page, rows))
        } catch (error) {
          if (mine === generation) problem.value = messageOf(error)
        } finally {
          if (mine === generation) loading.delete(page)
        }
      }),
    )
  }

  const fetchShown = async (): Promise<void> => {
    const mine = ++generation
    loading.clear()
    ids = null
    try {
      const from = Math.max(0, Math.min(shown.first, Math.ceil(total.value / PAGE) - 1))
      const wanted = Array.from({ length: Math.max(1, shown.last - from + 1) }, (_, place) => from + place)
      const found = await Promise.all(wanted.map(fetchPage))
      // Asked for anew meanwhile: what is waited for is the newest answer.
      if (mine !== generation) return await newest
      pages.value = new Map(found.map(({ rows }, place) => [wanted[place] ?? 0, rows]))
      total.value = found[0]?.total ?? 0
      problem.value = ''
      loaded.value = true
    } catch (error) {
      if (mine === generation) problem.value = messageOf(error)
    }
    // A list that has become shorter shows other places by then.
    if (mine === generation) await fill()
  }
  let newest: Promise<void> = Promise.resolve()
  const refresh = (): Promise<void> => (newest = fetchShown())

  const allIds = () => (ids ??= source.ids())
  const at = (index: number) => pages.value.get(Math.floor(index / PAGE))?.[index % PAGE]

  /** The ids of a stretch that is not all here, page by page. */
  const fetchBetween = async (first: number, last: number): Promise<number[]> => {
    const found: number[] = []
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      const rows = pages.value.get(page) ?? (await fetchPage(page)).rows
      for (const [place, { id }] of rows.entries()) {
        const index = page * PAGE + place
        if (index >= first && index <= last) found.push(id)
      }
    }
    return found
  }

  return {
    ...{ total, loaded, problem, at, refresh, allIds },
    want(first, last) {
      shown = { first: Math.floor(first / PAGE), last: Math.floor(Math.max(first, last) / PAGE) }
      if (timer !== 0) return
      timer = window.setTimeout(() => {
        timer = 0
        void fill()
      }, PACE)
    },
    put(row) {
      for (const [page, rows] of pages.value) {
        const place = rows.findIndex(({ id }) => id === row.id)
        if (place >= 0) return void (pages.value = new Map(pages.value).set(page, rows.with(place, row)))
      }
    },
    async placeOf(id) {
      for (const [page, rows] of pages.value) {
        const place = rows.findIndex((row) => row.id === id)
        if (place >= 0) return page * PAGE + place
      }
      return source.idsInOrder ? (await allIds()).indexOf(id) : -1
    },
    async idsBetween(first, last) {
      const found: number[] = []
      for (let index = first; index <= last; index++) {
        const row = at(index)
        if (!row)
          return source.idsInOrder ? (await allIds()).slice(first, last + 1) : fetchBetween(first, last)
        found.push(row.id)
      }
      return found
    },
  }
}
