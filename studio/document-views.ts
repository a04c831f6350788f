/** What stands beside the form of a document: previews, and where it is used. */
import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {LinkIcon} from '@sanity/icons/Link'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import type {DefaultDocumentNodeResolver, StructureBuilder, ViewBuilder} from 'sanity/structure'
import {EmailView, PartnerView, SmsView, WebView} from './preview/channel-view.tsx'
import {WhereUsed} from './where-used/where-used.tsx'

/** Views for each type, in the order of their tabs; the form is always the first. */
type Views = (S: StructureBuilder) => readonly ViewBuilder[]

const web = (S: StructureBuilder): ViewBuilder =>
  S.view.component(WebView).id('web').title('Web').icon(EarthGlobeIcon)

const email = (S: StructureBuilder): ViewBuilder =>
  S.view.component(EmailView).id('email').title('Email').icon(EnvelopeIcon)

const sms = (S: StructureBuilder): ViewBuilder =>
  S.view.component(SmsView).id('sms').title('SMS').icon(MobileDeviceIcon)

const partner = (S: StructureBuilder): ViewBuilder =>
  S.view.component(PartnerView).id('partner').title('Partner').icon(CodeBlockIcon)

const whereUsed = (S: StructureBuilder): ViewBuilder =>
  S.view.component(WhereUsed).id('where-used').title('Where used').icon(LinkIcon)

const VIEWS: Readonly<Record<string, Views>> = {
  article: (S) => [web(S), email(S), sms(S), partner(S)],
  digest: (S) => [email(S), sms(S)],
  section: (S) => [whereUsed(S)],
  source: (S) => [whereUsed(S)],
  warning: (S) => [whereUsed(S)],
  helpline: (S) => [whereUsed(S)],
  crisisNotice: (S) => [whereUsed(S)],
}

/** Form and preview side by side, when the document is opened. */
const BESIDE: Readonly<Record<string, string>> = {article: 'web', digest: 'email'}

/** On a telephone the form comes first, and the previews are a tab away. */
const hasRoom = (): boolean =>
  typeof window === 'undefined' || window.matchMedia('(min-width: 900px)').matches

export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) => {
  const form = S.view.form().id('editor')
  const document = S.document().views([form, ...(VIEWS[schemaType]?.(S) ?? [])])
  const beside = BESIDE[schemaType]
  return beside === undefined || !hasRoom() ? document : document.defaultPanes(['editor', beside])
}
