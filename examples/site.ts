/** The publisher behind the example, and whom its articles name. Every one of them is a role. */
import {drawing, p} from './notation/blocks.ts'
import {document, type Document} from './notation/documents.ts'

export const site: Document = document('site', 'site', {
  name: 'Lantern Health',
  url: 'https://health.example',
  smsName: 'Lantern',
  postalAddress: 'Lantern Health, 100 Example Street, Springfield, IL 00000, USA',
  mailFrom: {name: 'Lantern Health', address: 'letters@health.example'},
  replyTo: 'editors@health.example',
  listId: 'digest.health.example',
  defaultCountry: 'US',
  defaultLanguage: 'en',
  partnerAttribution:
    'From Lantern Health (https://health.example). Please keep the crisis notice with the text.',
  logo: {...drawing('logo'), alt: 'Lantern Health'},
})

export const contributors: readonly Document[] = [
  document('contributor', 'contributor-editorial-team', {
    kind: 'organization',
    name: 'Editorial team',
    role: 'Writing and fact checking',
    bio: [
      p`The editorial team writes every article from published research and checks each claim
        against its source. Write to [editors@health.example](mailto:editors@health.example) if you
        find a mistake.`,
    ],
    url: 'https://health.example/',
  }),
  document('contributor', 'contributor-medical-review-board', {
    kind: 'organization',
    name: 'Medical review board',
    role: 'Medical review',
    bio: [
      p`The medical review board reads each article before it is published and again at least once
        a year.`,
    ],
  }),
]
