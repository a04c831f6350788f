/** `throwline lake`, as somebody starts it. */
import {spawn} from 'node:child_process'
import {chmod, mkdir, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {EXAMPLE, throwline} from '../cli/run.ts'
import {folderForTest, lakeForTest} from './support.ts'

const COMMAND = join(import.meta.dirname, '../../cli/throwline.ts')

/** Runs until its output holds `text`; then it can be asked, and stopped. */
const startCommand = async (text: string, ...options: readonly string[]) => {
  const child = spawn(process.execPath, [COMMAND, 'lake', ...options], {
    env: {...process.env, NO_COLOR: '1'},
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  await expect.poll(() => output).toContain(text)
  return {output: () => output, stop: (signal: NodeJS.Signals) => child.kill(signal), ended}
}

describe('throwline lake', () => {
  it('says what it serves, serves it, and stops cleanly', async () => {
    const data = await folderForTest()
    const options = ['--dataset', EXAMPLE, '--data', data, '--port', '0']
    const first = await startCommand('Ctrl-C', ...options)
    expect(first.output()).toContain(`181 documents and 18 assets were read from ${EXAMPLE}`)
    expect(first.output()).toContain('Project       local, dataset production')
    const [url = ''] = /http:\/\/localhost:\d+/.exec(first.output()) ?? []
    const answer = await fetch(`${url}/v1/data/query/production?query=count(*)`)
    expect(await answer.json()).toMatchObject({result: 199})
    first.stop('SIGINT')
    expect(await first.ended).toBe(0)

    const second = await startCommand('Ctrl-C', ...options)
    expect(second.output()).toContain('was not read, for the folder is not empty')
    second.stop('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('explains itself', () => {
    const {status, stdout} = throwline('lake', '--help')
    expect(status).toBe(0)
    for (const option of ['--dataset', '--port', '--data', '--host', '--token', '--name']) {
      expect(stdout).toContain(option)
    }
  })

  it('names a port that is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const {status, stderr} = throwline('lake', '--data', await folderForTest(), '--port', `${port}`)
    expect(status).toBe(1)
    expect(stderr).toContain(`LAKE_PORT_TAKEN: Port ${port} is in use`)
  })

  it('names a folder that it cannot write', async () => {
    const folder = await folderForTest()
    await writeFile(join(folder, 'file'), '')
    const {status, stderr} = throwline('lake', '--data', join(folder, 'file'), '--port', '0')
    expect(status).toBe(1)
    expect(stderr).toContain('LAKE_FOLDER_UNWRITABLE: ')
    expect(stderr).toContain('--data or THROWLINE_DATA')
  })

  it('names a folder that it may not write', async () => {
    const folder = join(await folderForTest(), 'closed')
    await mkdir(folder)
    await chmod(folder, 0o500)
    onTestFinished(() => chmod(folder, 0o700))
    const {status, stderr} = throwline('lake', '--data', folder, '--port', '0', '--host', '0.0.0.0')
    // root may write anywhere, and then the missing token stops it
    expect(status).toBe(1)
    expect(stderr).toMatch(/^LAKE_(?:FOLDER_UNWRITABLE|TOKEN_NEEDED): /)
  })

  it('names the process that has the folder', async () => {
    const data = await folderForTest()
    await lakeForTest({data: join(data, 'lake')})
    const {status, stderr} = throwline('lake', '--data', data, '--port', '0')
    expect(status).toBe(1)
    expect(stderr).toContain(
      `LAKE_LOCKED: ${join(data, 'lake')} is in use by process ${process.pid}`,
    )
  })

  it('names what is wrong with a dataset', async () => {
    const data = await folderForTest()
    const dataset = join(data, 'bad.ndjson')
    await writeFile(dataset, '{"_id":"a","_type":"x"}\nnot json\n')
    const {status, stderr} = throwline('lake', '--data', data, '--dataset', dataset, '--port', '0')
    expect(status).toBe(1)
    expect(stderr).toContain('SOURCE_LINE_INVALID: bad.ndjson: Line 2')
  })

  it.for([
    ['--port', '70000'],
    ['--port', 'x'],
    ['--name', 'Bad Name'],
    ['--nothing', 'x'],
  ])('%s %s is wrong usage', ([option = '', value = '']) => {
    expect(throwline('lake', option, value).status).toBe(2)
  })
})
