/**
 * `npm run build:studio`: the local Studio as files, for `npm start`. Built again only when something
 * that goes into it has changed.
 */
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, '.sanity', 'studio')
const STAMP = join(FOLDER, 'built-from')

const PARTS = [
  '{studio,schemas,content,crisis-notice,publishers,verification}/**/*.{ts,tsx,json,css}',
  '{errors,problems,sanity.config,sanity.cli,scripts/build-studio}.ts',
  'package-lock.json',
]

const stampOf = (): string => {
  const hash = createHash('sha256')
  for (const file of globSync(PARTS, {cwd: ROOT}).toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const stamp = stampOf()
const isCurrent = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp
if (!isCurrent) {
  process.stderr.write('Building the Studio, which takes a few seconds and is done once…\n')
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/sanity/bin/sanity'), 'build', FOLDER, '--yes'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        // whoever asks for it, a test among them, React for development is half as fast
        NODE_ENV: 'production',
        SANITY_STUDIO_PROJECT_ID: '',
        SANITY_STUDIO_DATASET: '',
        SANITY_STUDIO_BASEPATH: '/studio',
      },
    },
  )
  writeFileSync(STAMP, stamp)
}
