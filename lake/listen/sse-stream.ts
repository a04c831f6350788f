/** Server-Sent Events to one client: https://html.spec.whatwg.org/multipage/server-sent-events.html */

export interface SseEvent {
  readonly event: string
  readonly id?: string
  readonly data: unknown
}

/** Proxies and clients give up on a connection that says nothing for a minute. */
const KEEP_ALIVE_MS = 25_000
/** A client that reads so much slower than it is written to is cut off: it comes back and resumes. */
const MOST_UNREAD = 32 * 1024 * 1024

const encoder = new TextEncoder()

const encode = ({event, id, data}: SseEvent): Uint8Array =>
  encoder.encode(
    `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
  )

export class SseStream {
  readonly body: ReadableStream<Uint8Array>
  readonly #onClosed: () => void
  readonly #timer: NodeJS.Timeout
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined

  constructor(onClosed: () => void) {
    this.#onClosed = onClosed
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        cancel: () => this.#end(),
      },
      new ByteLengthQueuingStrategy({highWaterMark: MOST_UNREAD}),
    )
    // something must be sent at once, or browsers do not call the connection open
    this.#write(encoder.encode(':\n\n'))
    this.#timer = setInterval(() => this.#write(encoder.encode(':\n\n')), KEEP_ALIVE_MS)
    this.#timer.unref()
  }

  send(event: SseEvent): void {
    this.#write(encode(event))
  }

  close(): void {
    const controller = this.#controller
    this.#end()
    controller?.close()
  }

  #write(bytes: Uint8Array): void {
    const controller = this.#controller
    if (controller === undefined) return
    controller.enqueue(bytes)
    if ((controller.desiredSize ?? 0) <= 0) this.close()
  }

  #end(): void {
    clearInterval(this.#timer)
    this.#controller = undefined
    this.#onClosed()
  }
}
