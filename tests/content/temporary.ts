/** Files and contents that a test makes and that go away with it. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {fileSource} from '../../content/file-source.ts'
import {ContentError, type Problem} from '../../errors.ts'
import {ndjson, TODAY} from './documents.ts'

export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throwline-test-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

/** Files by their path in a folder of their own. */
export const temporaryFiles = async (
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> => {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true})
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** A dataset's text as a content, read from a real file. */
export const contentOfText = async (
  text: string,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<Content> => {
  const folder = await temporaryFiles({'data.ndjson': text, ...files})
  const content = await openContent(fileSource(join(folder, 'data.ndjson')), {today: TODAY})
  onTestFinished(() => content.close())
  return content
}

export const contentOf = (
  documents: readonly unknown[],
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<Content> => contentOfText(ndjson(documents), files)

/** What a promise is refused for: `documentId path CODE` each; empty when it is not refused. */
export const problemsOf = async (work: Promise<unknown>): Promise<readonly Problem[]> => {
  try {
    await work
    return []
  } catch (error) {
    if (error instanceof ContentError) return error.problems
    throw error
  }
}

export const brief = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({documentId, path, code}) => `${documentId} ${path} ${code}`)
