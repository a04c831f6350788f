/** A mirror into a folder, killed by the system's own means at moments that nobody chose. */
import {spawn} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it, onTestFinished} from 'vitest'
import {folderStore} from '../../client/folder.ts'
import {carriesNotice, mirror} from '../../client/index.ts'
import {heldBy, openScene, standingFor} from './scene.ts'
import {KEY} from './test-api.ts'

const KILLS = 10

const entry = (file: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../client', file)).href)

const PROGRAM = `
import {createClient, mirror} from ${entry('index.ts')}
import {folderStore} from ${entry('folder.ts')}
const [url, key, folder] = process.argv.slice(1)
await mirror({client: createClient({url, key}), store: folderStore(folder), every: 1})
`

describe('a mirror that is killed', () => {
  it('ends right at the next run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throwline-mirror-kill-'))
    onTestFinished(() => rm(folder, {recursive: true, force: true}))
    const {model, api, client} = await openScene()
    for (let number = 0; number < 60; number += 1) model.publish(`a${number}`)
    let differed = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(
        process.execPath,
        ['--input-type=module', '-e', PROGRAM, api.url, KEY, folder],
        {stdio: ['ignore', 'ignore', 'inherit']},
      )
      const ended = new Promise<NodeJS.Signals | null>((resolve) => {
        child.once('exit', (_code, signal) => resolve(signal))
      })
      // in the middle of reading: after some of its requests, while the publisher goes on
      const last = api.requests.length + 2 + kill * 3
      await new Promise<void>((resolve) => {
        api.onRequest = () => {
          const {length} = api.requests
          if (length % 2 === 0) model.edit(`a${length % 50}`, {title: `Title ${length}`}, 'updated')
          if (length % 7 === 0) model.retract(`a${length % 60}`)
          if (length % 11 === 0) model.setNumber('US', 'en', String(100 + length))
          if (length >= last) resolve()
        }
      })
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
      api.onRequest = () => undefined
      const held = await heldBy(folderStore(folder))
      for (const copy of Object.values(held)) expect(carriesNotice(copy)).toBe(true)
      if (JSON.stringify(held) !== JSON.stringify(standingFor(model))) differed += 1
    }
    // else nothing was interrupted
    expect(differed).toBeGreaterThan(KILLS / 2)
    await mirror({client, store: folderStore(folder), follow: false})
    expect(await heldBy(folderStore(folder))).toEqual(standingFor(model))
    expect(Object.keys(standingFor(model)).length).toBeGreaterThan(20)
  })
})
