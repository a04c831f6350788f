/**
 * The command as its users have it: compiled, in a folder of its own. So nobody's work in this folder
 * changes what is measured while it is.
 */
import {execFileSync} from 'node:child_process'
import {cpSync, globSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Reads the site and ends: what a process does before it has its dataset open. */
const openScript = (today: string): string => `import {writeFileSync} from 'node:fs'
import {openConfiguredContent} from './dist/cli/open-content.js'
const [, , dataset, told] = process.argv
const started = performance.now()
const content = await openConfiguredContent(dataset, '${today}')
await content.site()
writeFileSync(told, String(performance.now() - started))
await content.close()
`

export interface Built {
  readonly throwline: string
  /** Takes a dataset, opens it, and writes the milliseconds into the file named after it. */
  readonly open: string
}

/** Throws when it does not compile. */
export const build = (folder: string, today: string): Built => {
  const dist = join(folder, 'dist')
  mkdirSync(folder, {recursive: true})
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  const project = join(ROOT, 'tsconfig.build.json')
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', dist], {stdio: 'inherit'})
  for (const file of globSync('publishers/**/*.schema.json', {cwd: ROOT})) {
    cpSync(join(ROOT, file), join(dist, file))
  }
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const open = join(folder, 'open.js')
  writeFileSync(open, openScript(today))
  return {throwline: join(dist, 'cli/throwline.js'), open}
}
