import {connect, type Socket} from 'node:net'
import {describe, expect, it, onTestFinished} from 'vitest'
import {PATIENCE} from '../../server/patience.ts'
import {EXAMPLE, openNewsroomUnderTest} from './newsroom-under-test.ts'

const KETAMINE = '/ketamine/'
const SHORT = {...PATIENCE, head: 300, request: 600, every: 50}

const open = async (url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

/** What the server said until it ended the connection. */
const untilEnd = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })

/** A piece every so often, for as long as there is a connection. */
const dribble = (socket: Socket, first: string, piece: string): void => {
  socket.write(first)
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer)
    else socket.write(piece)
  }, 20)
}

describe('a client that is slow', () => {
  it('with the head of its request is told so and let go', async () => {
    const {server} = await openNewsroomUnderTest(EXAMPLE, SHORT)
    const socket = await open(server.url)
    dribble(socket, 'GET / HTTP/1.1\r\n', 'x: y\r\n')
    expect(await untilEnd(socket)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('with its body too', async () => {
    const {server} = await openNewsroomUnderTest(EXAMPLE, SHORT)
    const socket = await open(server.url)
    dribble(
      socket,
      'POST /subscribe/ HTTP/1.1\r\nhost: x\r\nconnection: keep-alive\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\na\r\n',
    )
    await untilEnd(socket)
    expect(socket.destroyed).toBe(true)
  })

  it('to take its answers is let go', async () => {
    // long enough for a page that was never made before
    const newsroom = await openNewsroomUnderTest(EXAMPLE, {...PATIENCE, silence: 3000, every: 50})
    const {server, problems, get} = newsroom
    const page = await (await get(KETAMINE)).text()
    const request = `GET ${KETAMINE} HTTP/1.1\r\nhost: x\r\n\r\n`
    const socket = await open(server.url)
    socket.pause()
    const closed = new Promise((resolve) => {
      socket.once('close', resolve)
    })
    // more than the buffers of two sockets hold; the pieces find out that nobody is there any more
    dribble(socket, request.repeat(2000), '\r\n')
    await closed
    expect(socket.bytesRead).toBeLessThan(2000 * page.length)
    expect(problems).toEqual([])
  })

  it('keeps nobody else waiting, nor do hundreds of it', async () => {
    const {server, get} = await openNewsroomUnderTest(EXAMPLE)
    for (let count = 0; count < 300; count += 1) {
      dribble(await open(server.url), 'GET / HTTP/1.1\r\n', 'x: y\r\n')
    }
    const response = await get('/')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('988')
  })
})
