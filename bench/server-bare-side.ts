/** The least that node:http can do: the same bytes, head and body, to whoever asks. */
import {createServer} from 'node:http'

interface Same {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: string
}

let same: Same = {status: 200, headers: [], body: ''}
let bytes = Buffer.alloc(0)

const server = createServer((_request, response) => {
  response.writeHead(same.status, [...same.headers])
  if (same.status === 304) response.end()
  else response.end(bytes)
})

process.on('message', (told: Same | 'cpu') => {
  if (told === 'cpu') {
    process.send?.({cpu: process.cpuUsage()})
    return
  }
  same = told
  bytes = Buffer.from(told.body)
  process.send?.({ready: true})
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) {
    process.send?.({url: `http://localhost:${address.port}`})
  }
})
process.once('disconnect', () => process.exit(0))
