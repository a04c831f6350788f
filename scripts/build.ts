/** `npm run build`: JavaScript and declarations into dist/, with the JSON that goes beside them. */
import {execFileSync} from 'node:child_process'
import {cpSync, globSync, rmSync} from 'node:fs'
import {join} from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')

rmSync(DIST, {recursive: true, force: true})
execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.build.json')],
  {stdio: 'inherit'},
)
for (const file of globSync('publishers/**/*.schema.json', {cwd: ROOT})) {
  cpSync(join(ROOT, file), join(DIST, file))
}
