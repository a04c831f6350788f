/** Keys that sign mail: `<data>/dkim/<selector>.<domain>.pem`, one signature each. */
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {DkimKey} from '../../delivery/mail/dkim.ts'

const FILE = /^([a-z0-9-]+)\.([a-z0-9.-]+\.[a-z0-9-]+)\.pem$/i

/** None when there is no such folder: a relay may sign. */
export const dkimKeys = async (data: string): Promise<readonly DkimKey[]> => {
  const folder = join(data, 'dkim')
  const names = await readdir(folder).catch(() => [])
  const keys = names.map(async (name): Promise<readonly DkimKey[]> => {
    const [, selector, domain] = FILE.exec(name) ?? []
    if (selector === undefined || domain === undefined) return []
    return [{selector, domain, privateKey: await readFile(join(folder, name), 'utf8')}]
  })
  return (await Promise.all(keys)).flat()
}
