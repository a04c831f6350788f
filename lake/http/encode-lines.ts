const CHUNK = 256
const encoder = new TextEncoder()

/** Newline-delimited JSON, made as it is read. */
export const encodeLines = (values: readonly unknown[]): ReadableStream<Uint8Array> => {
  let next = 0
  return new ReadableStream({
    pull: (controller) => {
      const chunk = values.slice(next, next + CHUNK)
      next += chunk.length
      if (chunk.length > 0) {
        controller.enqueue(
          encoder.encode(chunk.map((value) => `${JSON.stringify(value)}\n`).join('')),
        )
      }
      if (next >= values.length) controller.close()
    },
  })
}
