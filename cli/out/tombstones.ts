/** What earlier runs said is gone: partner/tombstones.json is its own memory. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Tombstone} from '../../crisis-notice/policy.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const toTombstone = (value: unknown): readonly Tombstone[] => {
  if (!isRecord(value) || value['reason'] !== 'removed') return []
  const {id, slug, language, date} = value
  if (typeof id !== 'string' || typeof slug !== 'string') return []
  if (typeof language !== 'string' || typeof date !== 'string') return []
  return [{id, slug, language, reason: 'removed', date}]
}

/** The removed ones only: retractions are read from the dataset each time. */
export const readTombstones = async (folder: string): Promise<readonly Tombstone[]> => {
  const text = await readFile(join(folder, 'partner/tombstones.json'), 'utf8').catch(() => '{}')
  try {
    const value: unknown = JSON.parse(text)
    const list: unknown = isRecord(value) ? value['tombstones'] : undefined
    return Array.isArray(list) ? list.flatMap(toTombstone) : []
  } catch {
    return []
  }
}
