/**
 * A trie over 16-bit symbols in flat arrays: the edges lie in one open-addressed hash table (parent, symbol, child
 * side by side, so that a step costs one cache line), the first step in a table of its own, as most steps fail there.
 * Entries hang on nodes as linked lists of indices. Grows in place; entries can be taken off again.
 */
export interface Trie {
  root: Int32Array
  edges: Int32Array
  mask: number
  nodes: number
  /** First entry of a node, or -1. */
  first: Int32Array
  /** Next entry of the same node, or -1; by entry. */
  next: Int32Array
  /** The deepest node in symbols: no walk needs to go further. */
  depth: number
}

const STRIDE = 3

export function createTrie(entries: number, symbols: number): Trie {
  let slots = 1024
  while (slots < symbols * 1.3) slots *= 2
  return {
    root: new Int32Array(65536),
    edges: new Int32Array(slots * STRIDE),
    mask: slots - 1,
    nodes: 1,
    first: new Int32Array(Math.max(1024, symbols + 1)).fill(-1),
    next: new Int32Array(Math.max(64, entries)).fill(-1),
    depth: 0,
  }
}

function slotOf(parent: number, symbol: number, mask: number): number {
  let hash = Math.imul(parent, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) & mask
}

/** The node one symbol below `node` (0 is the root), or 0 when there is none. */
export function step(trie: Trie, node: number, symbol: number): number {
  if (node === 0) return trie.root[symbol] ?? 0
  const { edges, mask } = trie
  for (let slot = slotOf(node, symbol, mask); ; slot = (slot + 1) & mask) {
    const at = slot * STRIDE
    const child = edges[at + 2] ?? 0
    if (child === 0 || (edges[at] === node && edges[at + 1] === symbol)) return child
  }
}

/** Hangs `entry` on the node spelled by the symbols, making the nodes that are missing. */
export function insert(trie: Trie, symbols: Uint16Array, length: number, entry: number): void {
  let node = 0
  for (let at = 0; at < length; at++) {
    const symbol = symbols[at] ?? 0
    node = step(trie, node, symbol) || addEdge(trie, node, symbol)
  }
  trie.depth = Math.max(trie.depth, length)
  if (entry >= trie.next.length) trie.next = grown(trie.next, entry + 1)
  trie.next[entry] = trie.first[node] ?? -1
  trie.first[node] = entry
}

/** Takes `entry` off the node spelled by the symbols; the nodes stay. */
export function remove(trie: Trie, symbols: Uint16Array, length: number, entry: number): void {
  let node = 0
  for (let at = 0; at < length; at++) {
    node = step(trie, node, symbols[at] ?? 0)
    if (node === 0) return
  }
  if (trie.first[node] === entry) {
    trie.first[node] = trie.next[entry] ?? -1
    return
  }
  for (let other = trie.first[node] ?? -1; other >= 0; other = trie.next[other] ?? -1) {
    if (trie.next[other] === entry) trie.next[other] = trie.next[entry] ?? -1
  }
}

function addEdge(trie: Trie, parent: number, symbol: number): number {
  const child = trie.nodes++
  if (child >= trie.first.length) trie.first = grown(trie.first, child + 1)
  if (parent === 0) {
    trie.root[symbol] = child
    return child
  }
  if (trie.nodes > (trie.mask + 1) * 0.7) rehash(trie)
  place(trie.edges, trie.mask, parent, symbol, child)
  return child
}

function place(edges: Int32Array, mask: number, parent: number, symbol: number, child: number): void {
  let slot = slotOf(parent, symbol, mask)
  while (edges[slot * STRIDE + 2] !== 0) slot = (slot + 1) & mask
  edges[slot * STRIDE] = parent
  edges[slot * STRIDE + 1] = symbol
  edges[slot * STRIDE + 2] = child
}

function rehash(trie: Trie): void {
  const old = trie.edges
  const mask = trie.mask * 2 + 1
  const edges = new Int32Array((mask + 1) * STRIDE)
  for (let at = 0; at < old.length; at += STRIDE) {
    const child = old[at + 2] ?? 0
    if (child !== 0) place(edges, mask, old[at] ?? 0, old[at + 1] ?? 0, child)
  }
  trie.edges = edges
  trie.mask = mask
}

function grown(array: Int32Array, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(atLeast, array.length * 2)).fill(-1)
  larger.set(array)
  return larger
}
