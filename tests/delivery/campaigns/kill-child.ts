/** A process that sends a campaign to a socket, and is killed: `kill-child.ts '{"data"|"databaseUrl", "campaignId", "port"}'`. */
import {connect} from 'node:net'
import {createInterface} from 'node:readline'
import {runCampaign} from '../../../delivery/campaigns/run.ts'
import {mailWay} from '../../../delivery/campaigns/way.ts'
import type {Sent} from '../../../delivery/sent.ts'
import {openStore} from '../../../delivery/store/store.ts'

const {campaignId, port, ...where} = JSON.parse(process.argv[2] ?? '')
const store = await openStore(where)
const socket = connect(port, '127.0.0.1')
const waiting = new Map<string, () => void>()
createInterface({input: socket}).on('line', (address) => waiting.get(address)?.())

const transport = {
  name: 'socket',
  send: ({envelope}: {readonly envelope: {readonly to: string}}) =>
    new Promise<Sent>((resolve) => {
      waiting.set(envelope.to, () => resolve({state: 'sent', response: '250'}))
      socket.write(`${envelope.to}\n`)
    }),
  close: async () => {},
}
const way = mailWay(transport, ({address}) => ({
  envelope: {from: 'bounce@health.example', to: address},
  raw: Buffer.alloc(0),
}))
console.log('started')
const {reason} = await runCampaign({store, campaignId, way})
await store.close()
socket.destroy()
console.log(reason)
