/** Every publisher under the one contract. */
import {publishers} from '../../publishers/publishers.ts'
import {testPublisher} from './publisher-contract.ts'

for (const publisher of publishers) {
  const {channel} = publisher
  testPublisher(publisher, {
    module: new URL(`../../publishers/${channel}/${channel}-publisher.ts`, import.meta.url),
    rendersText: channel !== 'sms',
  })
}
