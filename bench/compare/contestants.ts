/** Who is measured, by which command, and that each did what it was asked for. */
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {ContestantId} from './results.ts'
import {makeSite, type PeerSite} from './peers.ts'
import {type Command, ProcessFailed} from './run-process.ts'

export interface Field {
  /** Of this run, for whatever is made. */
  readonly folder: string
  readonly dataset: string
  readonly articles: number
  readonly today: string
  /** The compiled command. */
  readonly throwline: string
  /** A folder with the articles as Markdown, where peers are to run. */
  readonly markdown: string
  /** Where the peers from npm are installed. */
  readonly installed?: string
}

export interface Contestant {
  readonly id: ContestantId
  /** Once, before all rounds. */
  readonly prepare: () => void
  /**
   * Before each round: nothing of an earlier one may be in the way. What was made is set aside, not
   * removed: ext4 passes over inodes that were freed in the last minutes, one by one, whenever a file
   * is made, so that whoever comes after a removal waits five times as long for each.
   */
  readonly clear: () => void
  readonly command: Command
  /** Throws ProcessFailed when pages are missing or are not what was asked for. */
  readonly check: () => void
  /** After all rounds, for what lies outside the folder of the run. */
  readonly dispose: () => void
}

/** Every peer's page has these: headings, a list within a list, links, marked words. */
const MARKUP = [
  /<h1[\s>]/,
  /<h2[\s>]/,
  /<li>(?:(?!<\/li>)[\s\S])*<[uo]l>/,
  /<a href="/,
  /<strong>/,
] as const

/** Throws ProcessFailed when there are not `articles` folders `article-…` with a page each. */
export const checkPages = (folder: string, articles: number, markup: readonly RegExp[]): void => {
  const pages = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith('article-'))
    : []
  if (pages.length !== articles) {
    throw new ProcessFailed(`${pages.length} pages of ${articles} in ${folder}`)
  }
  for (const number of new Set([0, Math.floor(articles / 2), articles - 1])) {
    const page = readFileSync(join(folder, `article-${number}/index.html`), 'utf8')
    const missing = markup.filter((pattern) => !pattern.test(page))
    if (missing.length > 0)
      throw new ProcessFailed(`article-${number} is without ${missing.join(', ')}`)
  }
}

const nothing = (): void => {}

const remove = (...paths: readonly string[]): void => {
  for (const path of paths) rmSync(path, {recursive: true, force: true})
}

let setAside = 0

/** Beside where they are, until the folder of the run is removed. */
const putAside = (...paths: readonly string[]): void => {
  for (const path of paths.filter((each) => existsSync(each))) {
    setAside += 1
    renameSync(path, `${path}.before-${setAside}`)
  }
}

const ours = (field: Field, id: ContestantId, channels: string): Contestant => {
  const out = join(field.folder, `out-${id}`)
  const data = join(field.folder, `data-${id}`)
  const {throwline, dataset, today, articles} = field
  const args = [throwline, 'publish', '--dataset', dataset, '--out', out, '--today', today]
  return {
    id,
    prepare: nothing,
    clear: () => putAside(out, data),
    command: {
      file: process.execPath,
      args: [...args, '--channel', channels],
      env: {THROWLINE_DATA: data},
    },
    check: () => checkPages(join(out, 'web'), articles, MARKUP),
    dispose: nothing,
  }
}

const toHtml = ({folder, dataset, articles}: Field): Contestant => {
  const out = join(folder, 'out-to-html')
  const script = join(import.meta.dirname, '../to-html-files.ts')
  return {
    id: 'to-html',
    prepare: nothing,
    clear: () => putAside(out),
    command: {file: process.execPath, args: [script, dataset, out]},
    check: () => checkPages(out, articles, MARKUP),
    dispose: nothing,
  }
}

interface PeerCommand {
  readonly id: PeerSite
  readonly command: (site: string, out: string, installed: string) => Command
  /** In its site. */
  readonly caches: readonly string[]
}

const PEERS: readonly PeerCommand[] = [
  {
    id: 'hugo',
    command: (site, out) => ({
      file: 'hugo',
      args: ['--quiet', '--source', site, '--destination', out],
    }),
    caches: ['resources', 'public', '.hugo_build.lock'],
  },
  {
    id: 'astro',
    command: (site, out, installed) => ({
      file: process.execPath,
      args: [join(installed, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
      folder: site,
      env: {
        BENCH_OUT: out,
        ASTRO_TELEMETRY_DISABLED: '1',
        // Astro has Node keep what V8 compiled, all articles as one string among it
        NODE_COMPILE_CACHE: join(site, '.compiled'),
      },
    }),
    caches: ['.cache', '.astro', 'node_modules', '.compiled'],
  },
  {
    id: 'eleventy',
    command: (site, out, installed) => ({
      file: process.execPath,
      args: [join(installed, 'node_modules/@11ty/eleventy/cmd.cjs')],
      folder: site,
      env: {BENCH_OUT: out},
    }),
    caches: ['.cache'],
  },
]

const peer = (field: Field, {id, command, caches}: PeerCommand): Contestant => {
  // below the installed packages, so that imports of its configuration find them
  const site = join(field.installed ?? field.folder, `site-${process.pid}-${id}`)
  const out = join(field.folder, `out-${id}`)
  return {
    id,
    prepare: () => {
      remove(site)
      mkdirSync(site, {recursive: true})
      makeSite(id, site, field.markdown)
    },
    clear: () => {
      putAside(out)
      remove(...caches.map((cache) => join(site, cache)))
    },
    command: command(site, out, field.installed ?? ''),
    check: () => checkPages(out, field.articles, MARKUP),
    dispose: () => remove(site),
  }
}

/** In the order in which they take turns. */
export const contestants = (field: Field): readonly Contestant[] => [
  ours(field, 'web', 'web'),
  ours(field, 'four', 'web,email,sms,partner'),
  ...PEERS.map((each) => peer(field, each)),
  toHtml(field),
]
