/** The JSON Schema of a partner article, for those who read the articles. */
import {readFile} from 'node:fs/promises'

export const PARTNER_SCHEMA = 'partner/article.schema.json'

/** From beside the publisher, in the checkout and in the installed package (scripts/build.ts). */
export const readPartnerSchema = (): Promise<Uint8Array> =>
  readFile(new URL(`../publishers/${PARTNER_SCHEMA}`, import.meta.url))
