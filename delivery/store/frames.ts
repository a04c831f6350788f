/** Messages on a socket between processes of ours: a length of 4 octets, then a structured clone. */
import type {Socket} from 'node:net'
import {deserialize, serialize} from 'node:v8'

const HEAD = 4

export const writeFrame = (socket: Socket, message: unknown): void => {
  const body = serialize(message)
  const head = Buffer.alloc(HEAD)
  head.writeUInt32BE(body.length)
  socket.write(Buffer.concat([head, body]))
}

/** Each message as it was written; ends when the other side does. */
export async function* readFrames(socket: Socket): AsyncGenerator<unknown, void> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of socket) {
    if (!Buffer.isBuffer(chunk)) continue
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= HEAD) {
      const end = HEAD + rest.readUInt32BE(0)
      if (rest.length < end) break
      const body = rest.subarray(HEAD, end)
      rest = rest.subarray(end)
      yield deserialize(body)
    }
  }
}
