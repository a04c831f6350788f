#!/usr/bin/env node
/** The command `throwline`: looks at Node before anything is loaded that an old one cannot read. */
import module from 'node:module'
import {nodeProblem} from './node-version.ts'

const problem = nodeProblem(process.version)
if (problem === undefined) {
  // a third of what a short command takes is compiling
  module.enableCompileCache()
  await import('./program/program.ts')
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
