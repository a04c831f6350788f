/** `shard.json` of a folder that holds a part of a build: what is in it, for `throwline merge`. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {SourceError} from '../../errors.ts'
import type {Shard} from '../../publish-shard.ts'
import {writeAtomically} from './atomic-write.ts'
import {type ArticleInputs, eachArticle, parseArticleInputs} from './inputs.ts'

const SHARD = 'shard.json'

export interface ShardFile extends Shard {
  /** YYYY-MM-DD. */
  readonly today: string
  /** As it was asked for; empty for the site's. */
  readonly country: string
  readonly articles: readonly ArticleInputs[]
  /** Ids of articles that were not published, each named in the manifest. */
  readonly refused: readonly string[]
}

/** `record`: where the run that has published the shard has just left what it made of. */
export const writeShardFile = async (
  folder: string,
  record: string,
  shard: Omit<ShardFile, 'articles'>,
): Promise<void> => {
  const articles: ArticleInputs[] = []
  await eachArticle(record, (article) => articles.push(article))
  const file = {version: 1, ...shard, articles}
  const text = `${JSON.stringify(file, null, 2)}\n`
  await writeAtomically(join(folder, SHARD), Buffer.from(text, 'utf8'))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parse = (text: string): ShardFile | undefined => {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value) || value['version'] !== 1) return undefined
  const {number, of, today, country, articles, refused} = value
  if (typeof number !== 'number' || typeof of !== 'number') return undefined
  if (typeof today !== 'string' || typeof country !== 'string') return undefined
  if (!Array.isArray(articles) || !Array.isArray(refused)) return undefined
  const ids = refused.filter((each) => typeof each === 'string')
  return {number, of, today, country, articles: articles.flatMap(parseArticleInputs), refused: ids}
}

/** Throws SourceError SHARD_INVALID for a folder that `publish --shard` did not finish. */
export const readShardFile = async (folder: string): Promise<ShardFile> => {
  const text = await readFile(join(folder, SHARD), 'utf8').catch(() => 'null')
  try {
    const shard = parse(text)
    if (shard !== undefined) return shard
  } catch {
    // it says the same
  }
  throw new SourceError({
    code: 'SHARD_INVALID',
    source: folder,
    message:
      'This is no folder that publish --shard has finished. Publish that shard again, then merge.',
  })
}
