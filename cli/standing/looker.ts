/** A thread that reads a table, and looks at every file of it while others work with it. */
import {constants, getPriority, platform, setPriority} from 'node:os'
import {parentPort, workerData} from 'node:worker_threads'
import {isIntact, type Place, type Seen} from './look.ts'
import {readStandingTable} from './standing-table.ts'

// on Linux a thread has a priority of its own; elsewhere this would be the process's
if (platform() === 'linux')
  setPriority(Math.min(getPriority() + 10, constants.priority.PRIORITY_LOW))

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (seen: Seen): void => parentPort?.postMessage(seen)

const {folder, file}: Place = workerData
const table = await readStandingTable(file)
say({kind: 'table', table})
say({kind: 'stands', stands: table !== undefined && isIntact(folder, table)})
