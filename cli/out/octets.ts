/** Texts as the octets of their files, one after the other in the same memory. */

/** Octets: an article's page or mail with room to spare. */
const ROOM = 256 * 1024
/** Octets that a UTF-16 code unit takes at most. */
const WIDEST = 3

export class Octets {
  readonly #room = Buffer.allocUnsafeSlow(ROOM)

  /** UTF-8, to be used before the next ones are asked for: memory anew for each takes as long as its writing. */
  of(text: string): Buffer {
    if (text.length * WIDEST > ROOM) return Buffer.from(text, 'utf8')
    return this.#room.subarray(0, this.#room.write(text, 'utf8'))
  }
}
