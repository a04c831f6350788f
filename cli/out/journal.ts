/**
 * What a run has put into the folder that the manifest does not list yet. A run that is killed leaves
 * it behind, and the next then knows those files as its own: without it, an article retracted in
 * between would stay where the dead run left it.
 */
import {appendFile, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {type Artefact, parseArtefact} from './manifest.ts'

/** One artefact a line, JSON. A killed run may leave a torn line: each begins on a line of its own. */
const JOURNAL = '.throwline-journal'

const parseLine = (line: string): readonly Artefact[] => {
  try {
    const artefact = parseArtefact(JSON.parse(line))
    return artefact === undefined ? [] : [artefact]
  } catch {
    return []
  }
}

export const readJournal = async (folder: string): Promise<readonly Artefact[]> => {
  const text = await readFile(join(folder, JOURNAL), 'utf8').catch(() => '')
  return text.split('\n').flatMap(parseLine)
}

/** To be called before the file itself is written. The folder must be there. */
export const journal = (folder: string, artefact: Artefact): Promise<void> =>
  appendFile(join(folder, JOURNAL), `\n${JSON.stringify(artefact)}\n`)

export const clearJournal = (folder: string): Promise<void> =>
  rm(join(folder, JOURNAL), {force: true})
