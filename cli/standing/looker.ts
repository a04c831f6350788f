/** A thread that reads a table, and looks at every file of it while others work with it. */
import {parentPort, workerData} from 'node:worker_threads'
import {isIntact, type Place, type Seen} from './look.ts'
import {readStandingTable} from './standing-table.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (seen: Seen): void => parentPort?.postMessage(seen)

const {folder, file}: Place = workerData
const table = await readStandingTable(file)
say({kind: 'table', table})
say({kind: 'stands', stands: table !== undefined && isIntact(folder, table)})
