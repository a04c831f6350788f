/**
 * Where a `throwline serve` of this data folder is, so that a send from the next terminal finds its
 * outbox. The file is for this user alone, and goes with the server.
 */
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {isObject, stringField} from '../../content/json-object.ts'

export interface Running {
  /** Of the server, without a final slash. */
  readonly url: string
  /** Of its outbox. */
  readonly smtpUrl: string
  /** Lets text messages into the outbox. */
  readonly key: string
  /** Of the local lake, when the server reads from one. */
  readonly lake?: string
}

const fileIn = (data: string): string => join(data, 'running.json')

/** Gives what takes the file away again. */
export const announce = async (data: string, running: Running): Promise<() => Promise<void>> => {
  const path = fileIn(data)
  await mkdir(data, {recursive: true, mode: 0o700})
  await writeFile(`${path}.new`, `${JSON.stringify(running)}\n`, {mode: 0o600})
  await rename(`${path}.new`, path)
  return () => rm(path, {force: true})
}

const parse = (text: string): Running | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return undefined
    const [url, smtpUrl, key] = ['url', 'smtpUrl', 'key'].map((name) => stringField(value, name))
    if (url === undefined || smtpUrl === undefined || key === undefined) return undefined
    const lake = stringField(value, 'lake')
    return {url, smtpUrl, key, ...(lake !== undefined && {lake})}
  } catch {
    return undefined
  }
}

/** `undefined` when none runs; one that was killed left its file and does not answer. */
export const findRunning = async (data: string): Promise<Running | undefined> => {
  const text = await readFile(fileIn(data), 'utf8').catch(() => '')
  const running = parse(text)
  if (running === undefined) return undefined
  const answer = await fetch(`${running.url}/outbox/`, {redirect: 'manual'}).catch(() => undefined)
  return answer?.ok === true ? running : undefined
}
