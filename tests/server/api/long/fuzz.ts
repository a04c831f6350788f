/** `node tests/server/api/long/fuzz.ts [50000]`: as many malformed requests, several at once. */
import fc from 'fast-check'
import {openApiUnderTest} from '../api-under-test.ts'
import {faultOf, rawRequest, sendRaw} from '../fuzz.ts'

const total = Number(process.argv[2] ?? 50_000)
const AT_ONCE = 16

const api = await openApiUnderTest()
const key = await api.key()
const port = Number(new URL(api.server.url).port)
const statuses = new Map<number, number>()
const faults: string[] = []
const requests = fc.sample(rawRequest(key), total)[Symbol.iterator]()
const work = async (): Promise<void> => {
  for (const octets of requests) {
    const answer = await sendRaw(port, octets)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const fault = faultOf(answer)
    if (fault !== undefined) faults.push(`${fault}\n${octets.slice(0, 600)}`)
  }
}
await Promise.all(Array.from({length: AT_ONCE}, work))
const isAlive = (await api.ask('/healthz')).status === 200
console.log(Object.fromEntries([...statuses].toSorted(([a], [b]) => a - b)))
console.log(
  `${faults.length} faults of ${total}; ${api.problems.length} complaints; alive: ${isAlive}`,
)
for (const each of [...faults.slice(0, 5), ...api.problems.slice(0, 5)]) console.log(`\n${each}`)
await api.close()
process.exitCode = faults.length === 0 && isAlive && api.problems.length === 0 ? 0 : 1
