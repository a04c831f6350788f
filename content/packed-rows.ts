/**
 * Where each document of a dataset lies, in typed arrays: some 30 bytes a document besides its id,
 * where objects in a Map took ten times as much.
 */

export interface Row {
  /** ASCII. */
  readonly id: string
  readonly type: string
  /** Bytes of the file before the document. */
  readonly offset: number
  /** Bytes. */
  readonly length: number
  /** From 1. */
  readonly line: number
  /** CRC-32 of its bytes: an edit of a few characters always changes it. */
  readonly checksum: number
}

/** All of it, as plain data: for other threads, which share its memory, and for a file. */
export interface PackedState {
  readonly count: number
  readonly seed: number
  readonly names: readonly string[]
  readonly columns: PackedColumns
}

export interface PackedColumns {
  readonly offsets: Float64Array
  readonly lengths: Uint32Array
  readonly lines: Uint32Array
  readonly checksums: Uint32Array
  readonly types: Uint32Array
  /** Where the id of each row ends in `ids`. */
  readonly ends: Uint32Array
  readonly ids: Uint8Array
  /** Row numbers, one more than they are; 0 is free. */
  readonly slots: Uint32Array
}

const FIRST = 1024
/** Of an id; more take more room when they come. */
const ID_BYTES = 32
/** Slots of the hash table a row. */
const SPARE = 2

/** Nobody can write ids that all fall into one slot. */
const randomSeed = (): number => Math.floor(Math.random() * 2 ** 32)

/** FNV-1a, 32 bits. */
const stirred = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193)
const settled = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

const hashOf = (id: string, seed: number): number => {
  let hash = seed
  for (let at = 0; at < id.length; at++) hash = stirred(hash, id.charCodeAt(at))
  return settled(hash)
}

/** A copy, as long as asked for, that threads can share. */
const shared = {
  floats: (array: Float64Array, length: number): Float64Array => {
    const copy = new Float64Array(new SharedArrayBuffer(length * 8))
    copy.set(array.subarray(0, length))
    return copy
  },
  numbers: (array: Uint32Array, length: number): Uint32Array => {
    const copy = new Uint32Array(new SharedArrayBuffer(length * 4))
    copy.set(array.subarray(0, length))
    return copy
  },
  bytes: (array: Uint8Array, length: number): Uint8Array => {
    const copy = new Uint8Array(new SharedArrayBuffer(length))
    copy.set(array.subarray(0, length))
    return copy
  },
}

const grown = <T extends Float64Array | Uint32Array | Uint8Array>(array: T, larger: T): T => {
  larger.set(array)
  return larger
}

export class PackedRows {
  #count = 0
  #capacity = FIRST
  #offsets: Float64Array = new Float64Array(FIRST)
  #lengths: Uint32Array = new Uint32Array(FIRST)
  #lines: Uint32Array = new Uint32Array(FIRST)
  #checksums: Uint32Array = new Uint32Array(FIRST)
  #types: Uint32Array = new Uint32Array(FIRST)
  /** Where the id of each row ends in `#ids`. */
  #ends: Uint32Array = new Uint32Array(FIRST)
  #ids: Uint8Array = new Uint8Array(FIRST * ID_BYTES)
  /** Row numbers, one more than they are; 0 is free. */
  #slots: Uint32Array = new Uint32Array(FIRST * SPARE)
  #seed = randomSeed()
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #byType = new Map<string, readonly string[]>()
  /** Once it was asked for: shared with others, so nothing may be added. */
  #state: PackedState | undefined

  /** As it was when `state` was taken; its memory is shared, and nothing may be added. */
  static of(state: PackedState): PackedRows {
    const rows = new PackedRows()
    rows.#count = state.count
    rows.#seed = state.seed
    for (const name of state.names) rows.#number(name)
    rows.#take(state)
    return rows
  }

  /** The memory is these rows' own from then on: 900,000 documents take 50 MB, once. */
  state(): PackedState {
    const count = this.#count
    this.#state ??= {
      count,
      seed: this.#seed,
      names: [...this.#names],
      columns: {
        offsets: shared.floats(this.#offsets, count),
        lengths: shared.numbers(this.#lengths, count),
        lines: shared.numbers(this.#lines, count),
        checksums: shared.numbers(this.#checksums, count),
        types: shared.numbers(this.#types, count),
        ends: shared.numbers(this.#ends, count),
        ids: shared.bytes(this.#ids, this.#start(count)),
        slots: shared.numbers(this.#slots, this.#slots.length),
      },
    }
    this.#take(this.#state)
    return this.#state
  }

  #take(state: PackedState): void {
    const {columns} = state
    this.#state = state
    this.#capacity = state.count
    this.#offsets = columns.offsets
    this.#lengths = columns.lengths
    this.#lines = columns.lines
    this.#checksums = columns.checksums
    this.#types = columns.types
    this.#ends = columns.ends
    this.#ids = columns.ids
    this.#slots = columns.slots
  }

  get size(): number {
    return this.#count
  }

  /** The id must not be there yet. */
  add({id, type, offset, length, line, checksum}: Row): void {
    if (this.#state !== undefined)
      throw new RangeError('These rows are shared, and stay as they are')
    if (this.#count === this.#capacity) this.#grow()
    const row = this.#count
    const start = this.#start(row)
    const end = start + id.length
    while (end > this.#ids.length)
      this.#ids = grown(this.#ids, new Uint8Array(this.#ids.length * 2))
    for (let at = 0; at < id.length; at++) this.#ids[start + at] = id.charCodeAt(at)
    this.#ends[row] = end
    this.#offsets[row] = offset
    this.#lengths[row] = length
    this.#lines[row] = line
    this.#checksums[row] = checksum
    this.#types[row] = this.#number(type)
    this.#slots[this.#slotOf(id)] = row + 1
    this.#count += 1
    this.#byType.clear()
  }

  get(id: string): Row | undefined {
    const row = (this.#slots[this.#slotOf(id)] ?? 0) - 1
    if (row < 0) return undefined
    return {
      id,
      type: this.#typeAt(row),
      offset: this.#offsets[row] ?? 0,
      length: this.#lengths[row] ?? 0,
      line: this.#lines[row] ?? 0,
      checksum: this.#checksums[row] ?? 0,
    }
  }

  typeOf(id: string): string | undefined {
    const row = this.rowOf(id)
    return row === undefined ? undefined : this.#typeAt(row)
  }

  /** Its place in the columns. */
  rowOf(id: string): number | undefined {
    const row = (this.#slots[this.#slotOf(id)] ?? 0) - 1
    return row < 0 ? undefined : row
  }

  /** In the order in which they were added. */
  ids(type: string): readonly string[] {
    const known = this.#byType.get(type)
    if (known !== undefined) return known
    const number = this.#numbers.get(type)
    const found: string[] = []
    for (let row = 0; row < this.#count; row++) {
      if (this.#types[row] === number) found.push(this.#idAt(row))
    }
    this.#byType.set(type, found)
    return found
  }

  #start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0)
  }

  #idAt(row: number): string {
    const [start, end] = [this.#start(row), this.#ends[row]]
    return Buffer.from(this.#ids.buffer, start, (end ?? start) - start).toString('latin1')
  }

  #typeAt(row: number): string {
    return this.#names[this.#types[row] ?? 0] ?? ''
  }

  #number(type: string): number {
    const known = this.#numbers.get(type)
    if (known !== undefined) return known
    const number = this.#names.length
    this.#names.push(type)
    this.#numbers.set(type, number)
    return number
  }

  /** The slot that holds the id, or the free one where it belongs. */
  #slotOf(id: string): number {
    const {length} = this.#slots
    let slot = hashOf(id, this.#seed) % length
    for (;;) {
      const row = (this.#slots[slot] ?? 0) - 1
      if (row < 0 || this.#isAt(row, id)) return slot
      slot = slot + 1 === length ? 0 : slot + 1
    }
  }

  /** Where the row belongs while no other has its id: read from the bytes, no text is made. */
  #freeSlotOf(row: number): number {
    const {length} = this.#slots
    const end = this.#ends[row] ?? 0
    let hash = this.#seed
    for (let at = this.#start(row); at < end; at++) hash = stirred(hash, this.#ids[at] ?? 0)
    let slot = settled(hash) % length
    while (this.#slots[slot] !== 0) slot = slot + 1 === length ? 0 : slot + 1
    return slot
  }

  #isAt(row: number, id: string): boolean {
    const start = this.#start(row)
    if ((this.#ends[row] ?? 0) - start !== id.length) return false
    for (let at = 0; at < id.length; at++) {
      if (this.#ids[start + at] !== id.charCodeAt(at)) return false
    }
    return true
  }

  #grow(): void {
    const capacity = this.#capacity * 2
    this.#capacity = capacity
    this.#offsets = grown(this.#offsets, new Float64Array(capacity))
    this.#lengths = grown(this.#lengths, new Uint32Array(capacity))
    this.#lines = grown(this.#lines, new Uint32Array(capacity))
    this.#checksums = grown(this.#checksums, new Uint32Array(capacity))
    this.#types = grown(this.#types, new Uint32Array(capacity))
    this.#ends = grown(this.#ends, new Uint32Array(capacity))
    this.#slots = new Uint32Array(capacity * SPARE)
    for (let row = 0; row < this.#count; row++) this.#slots[this.#freeSlotOf(row)] = row + 1
  }
}
