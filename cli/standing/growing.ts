/** Columns of a table while it is being made: arrays that grow. */

const FIRST = 1024

class Growing<T extends Uint32Array | Float64Array> {
  readonly #make: (length: number) => T
  #values: T
  #length = 0

  constructor(make: (length: number) => T) {
    this.#make = make
    this.#values = make(FIRST)
  }

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  get length(): number {
    return this.#length
  }

  /** A copy, no longer than it has to be. */
  column(): T {
    const column = this.#make(this.#length)
    column.set(this.#values.subarray(0, this.#length))
    return column
  }
}

/** Whole numbers below 2 to the 32. */
export class GrowingNumbers extends Growing<Uint32Array> {
  constructor() {
    super((length) => new Uint32Array(length))
  }
}

/** Sizes and times. */
export class GrowingReals extends Growing<Float64Array> {
  constructor() {
    super((length) => new Float64Array(length))
  }
}

/** Octets, so many at a time. */
export class GrowingBytes {
  #bytes: Buffer = Buffer.alloc(FIRST)
  #length = 0

  add(bytes: Uint8Array): void {
    this.#bytes = roomFor(this.#bytes, this.#length, bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  column(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

const roomFor = (bytes: Buffer, length: number, more: number): Buffer => {
  if (length + more <= bytes.length) return bytes
  const larger = Buffer.alloc(Math.max(length + more, bytes.length * 2))
  bytes.copy(larger, 0, 0, length)
  return larger
}

/** Texts one after the other, in UTF-8. */
export class GrowingTexts {
  readonly #ends = new GrowingNumbers()
  #bytes: Buffer = Buffer.alloc(FIRST)
  #length = 0

  add(text: string): void {
    // a UTF-16 unit takes three octets at most
    this.#bytes = roomFor(this.#bytes, this.#length, text.length * 3)
    this.#length += this.#bytes.write(text, this.#length, 'utf8')
    this.#ends.add(this.#length)
  }

  ends(): Uint32Array {
    return this.#ends.column()
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
