/** `/helplines` and `/notices/{country}/{language}` */
import type {Helpline} from '../../../content/model.ts'
import {NoticeMissingError} from '../../../errors.ts'
import {helplinesOutput, noticeOutput} from '../../../publishers/partner/selection.ts'
import {Prepared} from '../prepared.ts'
import {countryFor, noticeMissing} from './access.ts'
import type {Asking} from './asking.ts'

const JSON_TYPE = 'application/json'

const orNoticeMissing = async <T>(
  {edition, scope}: Asking,
  audience: {readonly country: string; readonly language: string},
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NoticeMissingError)) throw error
    throw noticeMissing(edition, scope, audience)
  }
}

export const listHelplines = async (
  asking: Asking,
  request: {readonly country?: string | undefined},
): Promise<Prepared> => {
  const {edition, scope} = asking
  const country = countryFor(edition, scope, request.country)
  const countries = request.country === undefined ? scope.countries : [request.country]
  const isAsked = (line: Helpline): boolean =>
    line.retiredAt === undefined && (countries.length === 0 || countries.includes(line.country))
  const helplines = edition.helplines.filter(isAsked)
  const audience = {country, language: edition.site.defaultLanguage}
  const output = await orNoticeMissing(asking, audience, () =>
    edition.compose(country, (site) => helplinesOutput(site, helplines)),
  )
  return Prepared.verified(output, {type: JSON_TYPE, surrogates: ['helplines', 'site']})
}

export const readNotice = async (
  asking: Asking,
  request: {
    readonly country: string
    readonly language: string
    readonly topics?: ReadonlySet<string> | undefined
  },
): Promise<Prepared> => {
  const {edition, scope} = asking
  const country = countryFor(edition, scope, request.country)
  const audience = {country, language: request.language}
  const topics = [...(request.topics ?? [])]
  const output = await orNoticeMissing(asking, audience, async () =>
    edition.pass(noticeOutput(edition.notice(audience, topics)), {audience, topics}),
  )
  const surrogates = [`notice-${output.output.documentId}`, 'site']
  return Prepared.verified(output, {type: JSON_TYPE, surrogates})
}
