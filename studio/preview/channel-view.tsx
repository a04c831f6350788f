/** A preview beside the form, one for each channel. */
import {Box, Card, Flex, Spinner, Text} from '@sanity/ui'
import {type ComponentType, type ReactNode, useEffect, useMemo} from 'react'
import type {UserViewComponent} from 'sanity/structure'
import {isObject, type JsonObject, stringField} from '../../content/json-object.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {asPublished, idOf, type Papers, typeOf} from '../newsroom/papers.ts'
import {usePapers} from '../store/use-papers.ts'
import {AudienceBar, type LanguageOption} from './audience-bar.tsx'
import {EmailPreview} from './email-preview.tsx'
import {PartnerPreview} from './partner-preview.tsx'
import {pick, usePicked} from './picked.ts'
import type {ShownProps} from './shown.ts'
import {SmsPreview} from './sms-preview.tsx'
import {usePreview} from './use-preview.ts'
import {Verdict} from './verdict.tsx'
import {WebPreview} from './web-preview.tsx'

const VIEWS: Readonly<Record<Channel, ComponentType<ShownProps>>> = {
  web: WebPreview,
  email: EmailPreview,
  sms: SmsPreview,
  partner: PartnerPreview,
}

const languageOf = (document: JsonObject): string => stringField(document, 'language') ?? ''

const slugOf = (document: JsonObject): string => stringField(document['slug'], 'current') ?? ''

/** The form's document first, then those with the same address in other languages. */
const languagesOf = (document: JsonObject, papers: Papers): readonly LanguageOption[] => {
  const own = {documentId: idOf(document), language: languageOf(document)}
  if (typeOf(document) !== 'article' || slugOf(document) === '') return [own]
  const others = [...papers.values()].flatMap((paper): LanguageOption[] =>
    isObject(paper) &&
    typeOf(paper) === 'article' &&
    idOf(paper) !== own.documentId &&
    slugOf(paper) === slugOf(document)
      ? [{documentId: idOf(paper), language: languageOf(paper)}]
      : [],
  )
  return [own, ...others]
}

const Waiting = (): ReactNode => (
  <Flex flex={1} align="center" justify="center" gap={3} padding={5}>
    <Spinner muted />
    <Text size={1} muted>
      Making the preview…
    </Text>
  </Flex>
)

interface PaneProps {
  readonly channel: Channel
  readonly document: JsonObject
}

const PreviewPane = ({channel, document}: PaneProps): ReactNode => {
  const own = useMemo(() => asPublished(document), [document])
  const id = idOf(own)
  const {papers} = usePapers('drafts')
  const {country, translation} = usePicked(id)
  const languages = useMemo(() => languagesOf(own, papers), [own, papers])
  const other =
    translation === undefined || translation === id ? undefined : papers.get(translation)
  const subject = isObject(other) ? other : own
  const state = usePreview(subject, channel, country)
  const {countries, result, shown, site, addresses} = state
  // a country that is no longer to be had
  useEffect(() => {
    if (country !== undefined && countries.length > 0 && !countries.includes(country)) {
      pick(id, {country: countries[0] ?? country})
    }
  }, [country, countries, id])
  const View = VIEWS[channel]
  const isStale = result?.ok === false
  const has = shown !== undefined && shown.channels[channel].outputs.length > 0
  return (
    <Flex direction="column" style={{height: '100%', minHeight: 0}}>
      <Verdict channel={channel} state={state} />
      <AudienceBar
        countries={countries}
        country={country}
        onCountry={(picked) => pick(id, {country: picked})}
        languages={languages}
        documentId={idOf(subject)}
        onLanguage={(picked) => pick(id, {translation: picked})}
      />
      {isStale && has && (
        <Card tone="caution" paddingX={3} paddingY={2} borderTop>
          <Text size={1}>Below: how it looked before the last change.</Text>
        </Card>
      )}
      {result === undefined && <Waiting />}
      {isStale && !has && (
        <Flex flex={1} align="center" justify="center" padding={5}>
          <Text size={1} muted align="center">
            The preview appears here as soon as nothing is missing.
          </Text>
        </Flex>
      )}
      {has && site !== undefined && (
        <Flex direction="column" flex={1} style={{minHeight: 0, opacity: isStale ? 0.55 : 1}}>
          <View preview={shown} site={site} addresses={addresses} />
        </Flex>
      )}
    </Flex>
  )
}

const channelView =
  (channel: Channel): UserViewComponent =>
  ({document}) => {
    const {displayed} = document
    if (!isObject(displayed) || idOf(displayed) === '') return <Waiting />
    return (
      <Box style={{height: '100%'}} data-preview={channel}>
        <PreviewPane channel={channel} document={displayed} />
      </Box>
    )
  }

export const WebView = channelView('web')
export const EmailView = channelView('email')
export const SmsView = channelView('sms')
export const PartnerView = channelView('partner')
