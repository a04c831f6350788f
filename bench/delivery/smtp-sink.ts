/**
 * The other side of bench/delivery/smtp.ts, a process of its own: takes every mail and forgets it, as fast as it
 * can. Writes its port; on the end of standard input it writes how many it took.
 */
import {createServer} from 'node:net'

const END = Buffer.from('\r\n.\r\n')

let taken = 0

const server = createServer((socket) => {
  let isBody = false
  let rest = Buffer.alloc(0)
  socket.setNoDelay(true)
  socket.write('220 sink ESMTP\r\n')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, Buffer.from(chunk)])
    let answer = ''
    for (;;) {
      const mark = isBody ? END : '\r\n'
      const at = rest.indexOf(mark)
      if (at < 0) break
      const line = isBody ? '.' : rest.toString('latin1', 0, at).slice(0, 4).toUpperCase()
      rest = rest.subarray(at + mark.length)
      if (isBody) {
        taken += 1
        isBody = false
        answer += '250 kept\r\n'
      } else if (line === 'EHLO') answer += '250-sink\r\n250 PIPELINING\r\n'
      else if (line === 'DATA') {
        answer += '354 go on\r\n'
        isBody = true
      } else if (line === 'QUIT') answer += '221 bye\r\n'
      else answer += '250 ok\r\n'
    }
    if (answer !== '') socket.write(answer)
  })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.stdout.write(`${address.port}\n`)
})

process.stdin.resume()
process.stdin.on('end', () => {
  process.stdout.write(`${taken}\n`)
  process.exit(0)
})
