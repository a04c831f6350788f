/** `throwline merge`: the shards of one build into one folder, with the lists that need all of it. */
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {dataFolder} from '../../config.ts'
import {SourceError, UsageError} from '../../errors.ts'
import {openConfiguredContent, parseToday} from '../open-content.ts'
import {sha256} from '../out/earlier.ts'
import {inputsFile, type InputsLine, inputsLine, writeInputs} from '../out/inputs.ts'
import {stampsOf} from '../out/kept-articles.ts'
import {type Artefact, readManifest, writeManifest} from '../out/manifest.ts'
import {readShardFile, type ShardFile} from '../out/shard-file.ts'
import {createProgress} from '../progress.ts'
import {publishCommand, type PublishCommandOptions} from './publish.ts'

export type MergeOptions = Omit<PublishCommandOptions, 'shard' | 'full' | 'country'>

interface Part {
  readonly folder: string
  readonly shard: ShardFile
  readonly artefacts: readonly Artefact[]
}

const ASSETS = 'web/assets'
/** Ids named in a message. */
const NAMED = 20

const invalid = (source: string, message: string): SourceError =>
  new SourceError({code: 'SHARD_INVALID', source, message})

const some = (ids: readonly string[]): string => {
  const more = ids.length > NAMED ? `, and ${ids.length - NAMED} more` : ''
  return `${ids.slice(0, NAMED).join(', ')}${more}`
}

const readPart = async (folder: string): Promise<Part> => {
  const shard = await readShardFile(folder)
  const manifest = await readManifest(folder)
  if (manifest === undefined) throw invalid(folder, 'It has no manifest. Publish that shard again.')
  return {folder, shard, artefacts: manifest.artefacts}
}

/** All of one build, each part once. */
const checkParts = (parts: readonly Part[], today: string): void => {
  const [first] = parts
  if (first === undefined) throw new UsageError('Name the folders of the shards.')
  const {of, country} = first.shard
  for (const {folder, shard} of parts) {
    const isAlike = shard.of === of && shard.country === country && shard.today === today
    if (!isAlike) {
      throw invalid(
        folder,
        `It is shard ${shard.number}/${shard.of} of another build (${shard.today} ${shard.country}). Publish all shards with the same --shard N/${of}, --today and --country.`,
      )
    }
  }
  const numbers = Map.groupBy(parts, ({shard}) => shard.number)
  for (let number = 1; number <= of; number += 1) {
    const found = numbers.get(number) ?? []
    if (found.length === 0) {
      throw invalid(
        `${number}/${of}`,
        'This shard is not among the folders. Publish it, or name its folder.',
      )
    }
    if (found.length > 1) {
      const folders = found.map(({folder}) => folder).join(' and ')
      throw invalid(`${number}/${of}`, `${folders} are both this shard. Name one of them.`)
    }
  }
}

/** Every article of the dataset in exactly one shard. */
const checkArticles = (parts: readonly Part[], present: readonly string[]): void => {
  const owners = new Map<string, string[]>()
  for (const {folder, shard} of parts) {
    for (const id of new Set([...shard.articles.map((each) => each.id), ...shard.refused])) {
      owners.set(id, [...(owners.get(id) ?? []), folder])
    }
  }
  const missing = present.filter((id) => !owners.has(id))
  if (missing.length > 0) {
    throw new SourceError({
      code: 'SHARD_ARTICLE_MISSING',
      source: some(missing),
      message:
        'No shard has published or refused this. Publish the shards again from the same dataset.',
    })
  }
  const twice = [...owners].filter(([, folders]) => folders.length > 1)
  const [first] = twice
  if (first !== undefined) {
    throw new SourceError({
      code: 'SHARD_ARTICLE_TWICE',
      source: some(twice.map(([id]) => id)),
      message: `${first[1].join(' and ')} both have it. Publish the shards again from the same dataset.`,
    })
  }
}

/** Throws SourceError for a file that is not what its shard published. */
const copyPart = async ({folder, artefacts}: Part, out: string): Promise<void> => {
  const hashes = new Map(artefacts.map(({path, sha256: hash}) => [path, hash]))
  const names = await readdir(join(folder, ASSETS)).catch(() => [])
  for (const path of [...hashes.keys(), ...names.map((name) => `${ASSETS}/${name}`)]) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined)
    const hash = hashes.get(path)
    if (bytes === undefined || (hash !== undefined && sha256(bytes) !== hash)) {
      throw invalid(
        join(folder, path),
        'This file is not what its shard published. Publish that shard again.',
      )
    }
    await mkdir(dirname(join(out, path)), {recursive: true})
    await writeFile(join(out, path), bytes)
  }
}

function* stamped(parts: readonly Part[], out: string): Generator<InputsLine> {
  for (const {shard} of parts) {
    for (const article of shard.articles) {
      yield inputsLine({...article, files: stampsOf(out, Object.keys(article.files))})
    }
  }
}

/** The exit status of the publication that completes it. Throws SourceError; the next merge completes what one left. */
export const mergeCommand = async (
  folders: readonly string[],
  options: MergeOptions,
): Promise<number> => {
  const today = parseToday(options.today)
  const parts: Part[] = []
  for (const folder of folders) parts.push(await readPart(folder))
  checkParts(parts, today)
  const content = await openConfiguredContent(options.dataset, today)
  try {
    const {items} = await content.summaries()
    checkArticles(
      parts,
      items.map(({id}) => id),
    )
  } finally {
    await content.close()
  }

  const {out} = options
  const before = (await readManifest(out))?.artefacts ?? []
  const progress = await createProgress('shards')
  progress.start(parts.length)
  for (const part of parts) {
    await copyPart(part, out)
    progress.step()
  }
  progress.stop()
  const known = [...before, ...parts.flatMap(({artefacts}) => artefacts)]
  const artefacts = [...new Map(known.map((each) => [each.path, each])).values()]
  await writeManifest(out, {artefacts, refused: []}, undefined, new Date().toISOString())
  await writeInputs(inputsFile(dataFolder(), out), stamped(parts, out))
  const country = parts[0]?.shard.country ?? ''
  return publishCommand({...options, ...(country !== '' && {country})})
}
