/** A client that does not read is cut off before it costs the lake its memory. */
import {describe, expect, it} from 'vitest'
import {SseStream} from '../../lake/listen/sse-stream.ts'

const MEGABYTE = 'x'.repeat(1024 * 1024)

describe('a stream of events', () => {
  it('ends when 32 MB of it are unread, and not before', () => {
    let closed = 0
    const stream = new SseStream(() => closed++)
    for (let n = 0; n < 31; n++) stream.send({event: 'mutation', data: MEGABYTE})
    expect(closed).toBe(0)
    for (let n = 0; n < 40; n++) stream.send({event: 'mutation', data: MEGABYTE})
    expect(closed).toBe(1)
  })

  it('goes on for a client that reads', async () => {
    let closed = 0
    const stream = new SseStream(() => closed++)
    const reader = stream.body.getReader()
    for (let n = 0; n < 70; n++) {
      stream.send({event: 'mutation', id: String(n), data: MEGABYTE})
      await reader.read()
    }
    expect(closed).toBe(0)
    await reader.cancel()
    expect(closed).toBe(1)
  })
})
