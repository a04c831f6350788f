/** Where a document goes out. */
import type {DocumentBadgeDescription} from 'sanity'
import {fieldsOf, type Fields, itemsOf, textOf} from '../../schemas/shapes.ts'

const NAMES: Readonly<Record<string, string>> = {email: 'Mail', sms: 'SMS'}

/** An article goes out everywhere; a digest where its editors want it; a retracted article nowhere. */
export const channelsBadge = (document: Fields): DocumentBadgeDescription | null => {
  if (document['_type'] === 'article') {
    return textOf(fieldsOf(document['retraction'])['date']) === ''
      ? {
          label: 'Web · Mail · SMS · Partners',
          color: 'primary',
          title: 'Goes out on every channel.',
        }
      : null
  }
  const channels = itemsOf(document['channels']).map(textOf)
  if (channels.length === 0) {
    return {
      label: 'No channel',
      color: 'warning',
      title: 'Choose mail, text message, or both, under "Sending".',
    }
  }
  const names = Object.keys(NAMES)
    .filter((channel) => channels.includes(channel))
    .map((channel) => NAMES[channel] ?? channel)
  return {label: names.join(' · '), color: 'primary', title: `Sent by ${names.join(' and ')}.`}
}
