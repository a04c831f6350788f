/** How the deliveries of one campaign leave: compiled once a variant, filled for each recipient, read back now and then. */
import type {Campaign} from '../../delivery/campaigns/status.ts'
import type {Delivery} from '../../delivery/campaigns/claim.ts'
import {mailWay, smsWay, type Way} from '../../delivery/campaigns/way.ts'
import type {Tokens} from '../../delivery/links/tokens.ts'
import {type CompiledMail, compileMail} from '../../delivery/mail/compile.ts'
import type {DkimKey} from '../../delivery/mail/dkim.ts'
import type {MailTransport} from '../../delivery/mail/transport.ts'
import {mailTokens} from '../../delivery/mail/values.ts'
import type {SmsTransport} from '../../delivery/sms/transport.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'
import {type DigestDesk, textsOf} from './digest-desk.ts'

/** The first message of each variant is read back, and then one in so many. */
const READ_BACK = 1000

export interface FrozenVariant {
  readonly id: number
  readonly country: string
  /** Past the gate again when the run began. */
  readonly output: VerifiedOutput
}

export interface WayParts {
  readonly desk: DigestDesk
  readonly campaign: Pick<Campaign, 'startsAt' | 'createdAt'>
  readonly variants: readonly FrozenVariant[]
  readonly tokens: Tokens
  readonly publicUrl: string | undefined
  readonly dkim: readonly DkimKey[]
}

const variantsById = (variants: readonly FrozenVariant[]) => {
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  return (id: number): FrozenVariant => {
    const variant = byId.get(id)
    if (variant === undefined) throw new RangeError(`The campaign has no variant ${id}`)
    return variant
  }
}

/** True for the first of each variant and for one in READ_BACK. */
const turns = (): ((variantId: number) => boolean) => {
  const counts = new Map<number, number>()
  return (variantId) => {
    const count = counts.get(variantId) ?? 0
    counts.set(variantId, count + 1)
    return count % READ_BACK === 0
  }
}

export const campaignMailWay = (transport: MailTransport, parts: WayParts): Way => {
  const {desk, campaign, tokens, publicUrl, dkim} = parts
  const variantOf = variantsById(parts.variants)
  const isTurn = turns()
  const compiled = new Map<number, CompiledMail>()
  const mailOf = (variant: FrozenVariant): CompiledMail => {
    const known = compiled.get(variant.id)
    if (known !== undefined) return known
    const made = compileMail(variant.output, {
      siteUrl: desk.site.url,
      ...(publicUrl !== undefined && {publicUrl}),
      returnAddress: desk.site.mailFrom.address,
      date: campaign.startsAt,
      dkim,
    })
    compiled.set(variant.id, made)
    return made
  }
  return mailWay(transport, async ({id, variantId, subscriberId, address}: Delivery) => {
    const variant = variantOf(variantId)
    const ticket = {subscriberId, deliveryId: id, issuedAt: campaign.createdAt}
    const message = await mailOf(variant).fill({to: address, tokens: mailTokens(tokens, ticket)})
    if (isTurn(variantId)) {
      // the octets as they leave, not what they were made of
      const text = message.raw.toString('utf8')
      await desk.check({...variant.output.output, text}, variant.country)
    }
    return message
  })
}

export const campaignSmsWay = (transport: SmsTransport, parts: WayParts): Way => {
  const variantOf = variantsById(parts.variants)
  return smsWay(transport, ({id, variantId, part, address}: Delivery) => {
    // nothing of a text message differs by recipient: it is what the gate passed
    const text = textsOf(variantOf(variantId).output.output)[part]
    if (text === undefined) throw new RangeError(`The digest has no message ${part}`)
    return {to: address, text, reference: String(id)}
  })
}
