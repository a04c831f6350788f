/** Badges beside a document's title: notice, review, channels. */
import type {DocumentBadgeComponent, DocumentBadgeProps, DocumentBadgesContext} from 'sanity'
import {today} from '../../schemas/rules/dates.ts'
import {type Fields, fieldsOf} from '../../schemas/shapes.ts'
import {typeOf} from '../newsroom/papers.ts'
import {usePapers} from '../store/use-papers.ts'
import {channelsBadge} from './channels-badge.ts'
import {noticeBadge} from './notice-badge.ts'
import {reviewBadge, verificationBadge} from './review-badge.ts'

/** What the editor has before them. */
const shown = ({version, draft, published}: DocumentBadgeProps): Fields | undefined => {
  const document = version ?? draft ?? published
  return document === null ? undefined : fieldsOf(document)
}

const NoticeBadge: DocumentBadgeComponent = (props) => {
  const {papers, ready} = usePapers('drafts')
  const document = shown(props)
  if (document === undefined || !ready) return null
  const notices = [...papers.values()].filter((each) => typeOf(each) === 'crisisNotice')
  return noticeBadge(document, {site: fieldsOf(papers.get('site')), notices: notices.map(fieldsOf)})
}

const ReviewBadge: DocumentBadgeComponent = (props) => {
  const document = shown(props)
  return document === undefined ? null : reviewBadge(document, today())
}

const VerificationBadge: DocumentBadgeComponent = (props) => {
  const document = shown(props)
  return document === undefined ? null : verificationBadge(document, today())
}

const ChannelsBadge: DocumentBadgeComponent = (props) => {
  const document = shown(props)
  return document === undefined ? null : channelsBadge(document)
}

const BADGES: Readonly<Record<string, readonly DocumentBadgeComponent[]>> = {
  article: [NoticeBadge, ReviewBadge, ChannelsBadge],
  digest: [NoticeBadge, ChannelsBadge],
  helpline: [VerificationBadge],
}

export const documentBadges = (
  badges: DocumentBadgeComponent[],
  {schemaType}: Pick<DocumentBadgesContext, 'schemaType'>,
): DocumentBadgeComponent[] => [...badges, ...(BADGES[schemaType] ?? [])]
