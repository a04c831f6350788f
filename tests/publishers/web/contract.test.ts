import {webPublisher} from '../../../publishers/web/web-publisher.ts'
import {testPublisher} from '../publisher-contract.ts'

testPublisher(webPublisher, {
  module: new URL('../../../publishers/web/web-publisher.ts', import.meta.url),
})
