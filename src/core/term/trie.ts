/**
 * A trie over 16-bit symbols in flat arrays. The edges lie in one open-addressed hash table, one edge in one piece, so
 * that a step costs one line of the cache; the first step has a table of its own, as most steps fail there. Where only
 * one spelling goes on, its rest lies in a pool as it is instead of edge by edge: of 100,000 terms nearly all end so,
 * and what is small stays near. Entries hang on spellings as linked lists of indices. Grows in place; entries can be
 * taken off again.
 */
export interface Trie {
  /** Two numbers a symbol: child of the root and that child's first entry (its index and 1; 0 for none). */
  root: Int32Array
  edges: Int32Array
  mask: number
  /**
   * Four bits a slot, one set for each edge: most looks are for edges that are not there, and this table is small
   * enough to stay near.
   */
  filter: Int32Array
  /** Edges in the table. */
  filled: number
  nodes: number
  /** Rests of spellings: their length, then their symbols. */
  rests: Uint16Array
  restsEnd: number
  /**
   * `ENTRY` numbers an entry, by its index: the next entry of the same spelling or -1, then what the owner keeps of it.
   * What is asked of one entry lies in one line of the cache.
   */
  entries: Int32Array
}

export const ENTRY = 4

/** Numbers of one edge: parent (above 0), symbol, child or rest, first entry (its index and 1; 0 for none). */
export const STRIDE = 4
/** Third number of an edge: the node it leads to, or, below 0, where the rest of the one spelling lies (-1 - offset). */
export const TO = 2
export const FIRST = 3

export function createTrie(entries: number): Trie {
  let slots = 256
  while (slots < entries * 2) slots *= 2
  return {
    root: new Int32Array(2 * 65536),
    edges: new Int32Array(slots * STRIDE),
    mask: slots - 1,
    filter: new Int32Array(slots / 8),
    filled: 0,
    nodes: 0,
    rests: new Uint16Array(Math.max(256, entries * 6)),
    restsEnd: 0,
    entries: new Int32Array(Math.max(64, entries) * ENTRY),
  }
}

function hashOf(parent: number, symbol: number): number {
  let hash = Math.imul(parent, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/** Where the edge of a node by a symbol lies in `edges`; -1 when there is none. */
export function edgeOf({ edges, mask, filter }: Trie, node: number, symbol: number): number {
  const hash = hashOf(node, symbol)
  if (((filter[(hash >>> 5) & (filter.length - 1)] ?? 0) & (1 << hash)) === 0) return -1
  for (let slot = (hash >>> 3) & mask; ; slot = (slot + 1) & mask) {
    const at = slot * STRIDE
    const parent = edges[at]
    if (parent === 0) return -1
    if (parent === node && edges[at + 1] === symbol) return at
  }
}

/**
 * Where a rest ends that stands in the symbols from `from` on, before `end`; -1 where something else stands there.
 */
export function restEnd(
  { rests }: Trie,
  to: number,
  symbols: Uint16Array,
  from: number,
  end: number,
): number {
  const offset = -1 - to
  const length = rests[offset] ?? 0
  if (from + length > end) return -1
  for (let at = 0; at < length; at++) if (rests[offset + 1 + at] !== symbols[from + at]) return -1
  return from + length
}

/** Hangs `entry` on the spelling (of at least one symbol). */
export function insert(trie: Trie, symbols: Uint16Array, length: number, entry: number): void {
  if ((entry + 1) * ENTRY > trie.entries.length) trie.entries = grown(trie.entries, (entry + 1) * ENTRY)
  const begin = (symbols[0] ?? 0) * 2
  let node = (trie.root[begin] ||= ++trie.nodes)
  if (length === 1) {
    trie.entries[entry * ENTRY] = (trie.root[begin + 1] ?? 0) - 1
    trie.root[begin + 1] = entry + 1
    return
  }
  for (let at = 1; ; at++) {
    const symbol = symbols[at] ?? 0
    let edge = edgeOf(trie, node, symbol)
    if (edge < 0) edge = addEdge(trie, node, symbol, keepRest(trie, symbols, at + 1, length))
    let to = trie.edges[edge + TO] ?? 0
    const isRest = to < 0 && restEnd(trie, to, symbols, at + 1, length) === length
    if (to < 0 && !isRest) {
      to = split(trie, edge)
      // The table may have grown meanwhile.
      edge = edgeOf(trie, node, symbol)
    }
    if (isRest || at === length - 1) {
      trie.entries[entry * ENTRY] = (trie.edges[edge + FIRST] ?? 0) - 1
      trie.edges[edge + FIRST] = entry + 1
      return
    }
    node = to
  }
}

/** Takes `entry` off its spelling; nodes and rests stay. */
export function remove(trie: Trie, symbols: Uint16Array, length: number, entry: number): void {
  const { root, edges, entries } = trie
  const begin = (symbols[0] ?? 0) * 2
  if (length === 1) {
    root[begin + 1] = without(entries, root[begin + 1] ?? 0, entry)
    return
  }
  let node = root[begin] ?? 0
  for (let at = 1; node > 0 && at < length; at++) {
    const edge = edgeOf(trie, node, symbols[at] ?? 0)
    if (edge < 0) return
    node = edges[edge + TO] ?? 0
    const isEnd = node < 0 ? restEnd(trie, node, symbols, at + 1, length) === length : at === length - 1
    if (isEnd) edges[edge + FIRST] = without(entries, edges[edge + FIRST] ?? 0, entry)
  }
}

/** A list (its first index and 1) without one of its entries. */
function without(entries: Int32Array, first: number, entry: number): number {
  const after = entries[entry * ENTRY] ?? -1
  if (first === entry + 1) return after + 1
  for (let other = first - 1; other >= 0; other = entries[other * ENTRY] ?? -1)
    if (entries[other * ENTRY] === entry) entries[other * ENTRY] = after
  return first
}

/** Makes a node of an edge that led to a rest, and gives it; what hung on the rest goes one edge further. */
function split(trie: Trie, edge: number): number {
  const { edges, rests } = trie
  const offset = -1 - (edges[edge + TO] ?? 0)
  const first = edges[edge + FIRST] ?? 0
  const node = ++trie.nodes
  edges[edge + TO] = node
  const length = rests[offset] ?? 0
  if (length === 0) return node
  edges[edge + FIRST] = 0
  const symbol = rests[offset + 1] ?? 0
  // The symbol is the edge's now; the place it had says how long the rest of the rest is.
  rests[offset + 1] = length - 1
  const further = addEdge(trie, node, symbol, -1 - (offset + 1))
  trie.edges[further + FIRST] = first
  return node
}

function keepRest(trie: Trie, symbols: Uint16Array, from: number, to: number): number {
  const offset = trie.restsEnd
  const end = offset + 1 + to - from
  if (end > trie.rests.length) {
    const larger = new Uint16Array(Math.max(end, trie.rests.length * 2))
    larger.set(trie.rests)
    trie.rests = larger
  }
  trie.rests[offset] = to - from
  trie.rests.set(symbols.subarray(from, to), offset + 1)
  trie.restsEnd = end
  return -1 - offset
}

function addEdge(trie: Trie, parent: number, symbol: number, to: number): number {
  if (++trie.filled > (trie.mask + 1) * 0.7) rehash(trie)
  return place(trie, parent, symbol, to, 0)
}

function place(
  { edges, mask, filter }: Trie,
  parent: number,
  symbol: number,
  to: number,
  first: number,
): number {
  const hash = hashOf(parent, symbol)
  const word = (hash >>> 5) & (filter.length - 1)
  filter[word] = (filter[word] ?? 0) | (1 << hash)
  let slot = (hash >>> 3) & mask
  while (edges[slot * STRIDE] !== 0) slot = (slot + 1) & mask
  const at = slot * STRIDE
  edges[at] = parent
  edges[at + 1] = symbol
  edges[at + TO] = to
  edges[at + FIRST] = first
  return at
}

function rehash(trie: Trie): void {
  const old = trie.edges
  trie.mask = trie.mask * 2 + 1
  trie.edges = new Int32Array((trie.mask + 1) * STRIDE)
  trie.filter = new Int32Array((trie.mask + 1) / 8)
  for (let at = 0; at < old.length; at += STRIDE) {
    const parent = old[at] ?? 0
    if (parent !== 0) place(trie, parent, old[at + 1] ?? 0, old[at + TO] ?? 0, old[at + FIRST] ?? 0)
  }
}

function grown(array: Int32Array, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(atLeast, array.length * 2))
  larger.set(array)
  return larger
}
