/** Columns of a table while it is being made: arrays that grow. */

const FIRST = 1024

abstract class Growing<T extends Uint32Array | Float64Array> {
  #values: T
  #length = 0

  constructor(first: T) {
    this.#values = first
  }

  protected abstract larger(values: T): T

  add(value: number): void {
    if (this.#length === this.#values.length) this.#values = this.larger(this.#values)
    this.#values[this.#length] = value
    this.#length += 1
  }

  get length(): number {
    return this.#length
  }

  /** Only until the next one is added. */
  protected get own(): {readonly values: T; readonly length: number} {
    return {values: this.#values, length: this.#length}
  }
}

/** Whole numbers below 2 to the 32. */
export class GrowingNumbers extends Growing<Uint32Array> {
  constructor() {
    super(new Uint32Array(FIRST))
  }

  protected larger(values: Uint32Array): Uint32Array {
    const larger = new Uint32Array(values.length * 2)
    larger.set(values)
    return larger
  }

  column(): Uint32Array {
    return this.own.values.subarray(0, this.own.length)
  }
}

/** Sizes and times. */
export class GrowingReals extends Growing<Float64Array> {
  constructor() {
    super(new Float64Array(FIRST))
  }

  protected larger(values: Float64Array): Float64Array {
    const larger = new Float64Array(values.length * 2)
    larger.set(values)
    return larger
  }

  column(): Float64Array {
    return this.own.values.subarray(0, this.own.length)
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
