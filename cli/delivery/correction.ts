/**
 * A digest that tells readers of an earlier one which numbers are right now: made as a draft, for a
 * person to read over, publish and send.
 */
import type {SanityClient} from '@sanity/client'
import type {Campaign} from '../../delivery/campaigns/status.ts'
import {CampaignError} from '../../errors.ts'
import {newKey} from '../../studio/actions/new-key.ts'
import {isObject} from '../../content/json-object.ts'
import {correctionWords} from './correction-words.ts'

/** What `send digest` is given once the draft is published. */
export const correctionSlug = (campaignId: number): string => `correction-${campaignId}`

const paragraph = (text: string) => ({
  _type: 'block',
  _key: newKey(),
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: newKey(), text, marks: []}],
})

/** Gives the id of the draft; one that is there already is left as it is. Throws CampaignError when the digest is gone. */
export const draftCorrection = async (
  client: SanityClient,
  {id, digest, channel, createdAt}: Campaign,
): Promise<string> => {
  const original: unknown = await client.getDocument(digest.id)
  if (!isObject(original)) {
    throw new CampaignError(
      'CAMPAIGN_UNREADABLE',
      `The digest of campaign ${id} (${digest.id}) is not published any more. Write a correction in the Studio, with the articles it had.`,
    )
  }
  const {language, title, articles, audience} = original
  const words = correctionWords(String(language))
  const slug = correctionSlug(id)
  const date = new Intl.DateTimeFormat(String(language), {dateStyle: 'long'}).format(createdAt)
  const draft = `drafts.digest-${slug}`
  await client.createIfNotExists({
    _id: draft,
    _type: 'digest',
    language,
    title: words.title,
    subject: words.title,
    preheader: words.preheader,
    slug: {_type: 'slug', current: slug},
    intro: [paragraph(words.text.replace('{title}', String(title)).replace('{date}', date))],
    articles,
    channels: [channel],
    ...(audience !== undefined && {audience}),
  })
  return draft
}
