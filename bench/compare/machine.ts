import {cpus, release, totalmem, type} from 'node:os'
import type {Results} from './results.ts'

export const thisMachine = (): Results['machine'] => ({
  processor: (cpus()[0]?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim(),
  cores: cpus().length,
  gigabytes: Math.round(totalmem() / 2 ** 30),
  // what follows the second number names a build of whoever runs the machine
  system: `${type()} ${/^\d+\.\d+/.exec(release())?.[0] ?? ''}`.trim(),
})
