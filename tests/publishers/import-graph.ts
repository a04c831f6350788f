/** Which files a module needs at run time: its own imports, walked; type imports do not count. */
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

export interface Graph {
  /** Files of the house, absolute. */
  readonly files: readonly string[]
  /** Everything else: packages and built-ins, as written. */
  readonly packages: readonly string[]
}

const IMPORT =
  /^\s*(?:import|export)(?!\s+type\b)(?:[^'"();]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** `import {type A, type B} from` leaves nothing at run time but the file itself; it is followed. */
const specifiers = (source: string): readonly string[] =>
  [...source.matchAll(IMPORT)].flatMap(([, fixed, dynamic]) => fixed ?? dynamic ?? [])

export const importGraph = async (entry: URL): Promise<Graph> => {
  const files = new Set<string>()
  const packages = new Set<string>()
  const waiting = [entry]
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    const path = fileURLToPath(url)
    if (files.has(path)) continue
    files.add(path)
    for (const specifier of specifiers(await readFile(path, 'utf8'))) {
      if (specifier.startsWith('.')) waiting.push(new URL(specifier, url))
      else packages.add(specifier)
    }
  }
  return {files: [...files], packages: [...packages]}
}
