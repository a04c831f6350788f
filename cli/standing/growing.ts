/** Columns of a table while it is being made: arrays that grow. */

const FIRST = 1024

export class GrowingNumbers {
  #values = new Float64Array(FIRST)
  #length = 0

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  get length(): number {
    return this.#length
  }

  whole(): Uint32Array {
    return Uint32Array.from(this.#values.subarray(0, this.#length))
  }

  real(): Float64Array {
    return this.#values.slice(0, this.#length)
  }
}

/** Texts one after the other, in UTF-8. */
export class GrowingTexts {
  readonly #ends = new GrowingNumbers()
  #bytes = Buffer.alloc(FIRST)
  #length = 0

  add(text: string): void {
    // a UTF-16 unit takes three octets at most
    const most = this.#length + text.length * 3
    if (most > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(most, this.#bytes.length * 2))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8')
    this.#ends.add(this.#length)
  }

  ends(): Uint32Array {
    return this.#ends.whole()
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
