/** Small numbers that tell one state from another. */
import {crc32} from 'node:zlib'
import type {ArticleSummary} from '../../content/model.ts'
import {summaryWord} from '../../publish-inputs.ts'

/** Octets of SHA-256. */
export const WORD = 32

/** Of what lists say of an article. */
export const wordBytes = (summary: ArticleSummary): Uint8Array =>
  Buffer.from(summaryWord(summary), 'base64url')

export const slugMark = (slug: string): number => crc32(slug)

/** Of the images of an article's outputs, in any order. */
export const imagesMark = (assets: readonly string[]): number => crc32(assets.toSorted().join('\n'))
