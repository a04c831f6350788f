/**
 * The peers, installed from their own lock into a folder outside this one, where none of our
 * dependencies can be found by them, and kept there for the next run.
 */
import {execFileSync, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const PEERS = join(import.meta.dirname, '../peers')
const MANIFESTS = ['package.json', 'package-lock.json'] as const

const lockHash = (): string => {
  const hash = createHash('sha256')
  for (const name of MANIFESTS) hash.update(readFileSync(join(PEERS, name)))
  return hash.digest('hex').slice(0, 16)
}

/** A folder with `node_modules`. Throws when npm could not install. */
export const installPeers = (): string => {
  const folder = join(tmpdir(), `throwline-bench-peers-${lockHash()}`)
  if (existsSync(folder)) return folder
  const building = mkdtempSync(`${folder}-`)
  try {
    for (const name of MANIFESTS) cpSync(join(PEERS, name), join(building, name))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: building,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    renameSync(building, folder)
  } catch (error) {
    rmSync(building, {recursive: true})
    // there it is when another run was faster
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** `3.1.8`, of an installed peer. */
export const peerVersion = (installed: string, name: string): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(installed, 'node_modules', name, 'package.json'), 'utf8'),
  )
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isNamed ? String(manifest.version) : 'unknown'
}

/** Undefined when it is not on the path. */
export const hugoVersion = (): string | undefined => {
  const {status, stdout} = spawnSync('hugo', ['version'], {encoding: 'utf8'})
  return status === 0 ? (/v(\d[\d.]*)/.exec(stdout)?.[1] ?? 'unknown') : undefined
}

export type PeerSite = 'eleventy' | 'astro' | 'hugo'

/** A peer's project with the articles in `content/`; the files are the same on disk for all. */
export const makeSite = (peer: PeerSite, folder: string, markdown: string): void => {
  cpSync(join(PEERS, peer), folder, {recursive: true})
  const content = join(folder, 'content')
  mkdirSync(content)
  for (const name of readdirSync(markdown)) linkSync(join(markdown, name), join(content, name))
}
