/**
 * What a run has put into the folder that the manifest does not list yet. A run that is killed leaves
 * it behind, and the next then knows those files as its own: without it, an article retracted in
 * between would stay where the dead run left it. Where there is none, no run was killed at its files.
 */
import {closeSync, existsSync, openSync, writeSync} from 'node:fs'
import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {OutFolderError} from '../../errors.ts'
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

/** Whether a run has ended without its manifest. */
export const hasJournal = (folder: string): boolean => existsSync(join(folder, JOURNAL))

/** Opened before the first file is written, and kept open: a batch costs one system call. */
export class Journal {
  readonly #path: string
  #file: number | undefined
  #lines = ''

  constructor(folder: string) {
    this.#path = join(folder, JOURNAL)
  }

  /** Written by `flush`. */
  note(artefact: Artefact): void {
    this.#lines += `\n${JSON.stringify(artefact)}\n`
  }

  /** To be called before anything is written into the folder. Throws OutFolderError. */
  begin(): void {
    this.#told(() => this.#opened())
  }

  /** To be called before the files themselves take their places; done when it returns. Throws OutFolderError. */
  flush(): void {
    if (this.#lines === '') return
    this.#told(() => writeSync(this.#opened(), this.#lines))
    this.#lines = ''
  }

  /** Once a manifest lists everything. */
  async clear(): Promise<void> {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    await rm(this.#path, {force: true})
  }
  #opened(): number {
    this.#file ??= openSync(this.#path, 'a')
    return this.#file
  }

  #told(act: () => void): void {
    try {
      act()
    } catch (error) {
      throw new OutFolderError({file: this.#path, cause: error})
    }
  }
}
