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
import type {CurrentVariant} from './current-variants.ts'
import {type DigestDesk, textsOf} from './digest-desk.ts'

/** The first message of each variant is read back, and then one in so many. */
const READ_BACK = 1000

/** What is sent, with the desk that knows the notices in it. */
export interface Material {
  readonly desk: DigestDesk
  readonly variants: readonly CurrentVariant[]
}

export interface WayParts {
  readonly campaign: Pick<Campaign, 'startsAt' | 'createdAt'>
  readonly material: Material
  /** Asked for when a variant was revised since the material was read. */
  readonly reload: () => Promise<Material>
  readonly tokens: Tokens
  readonly publicUrl: string | undefined
  readonly dkim: readonly DkimKey[]
}

/** The material of each delivery: never of an earlier revision than the ledger says. */
const keeper = ({material, reload}: Pick<WayParts, 'material' | 'reload'>) => {
  let current = material
  let reloading: Promise<Material> | undefined
  const find = (id: number): CurrentVariant | undefined =>
    current.variants.find((variant) => variant.id === id)
  return async ({variantId, variantRevision}: Delivery) => {
    if ((find(variantId)?.revision ?? -1) < variantRevision) {
      reloading ??= reload().finally(() => {
        reloading = undefined
      })
      current = await reloading
    }
    const variant = find(variantId)
    if (variant === undefined) throw new RangeError(`The campaign has no variant ${variantId}`)
    return {desk: current.desk, variant}
  }
}

/** True for the first of each variant and for one in READ_BACK. */
const turns = (): ((variant: CurrentVariant) => boolean) => {
  const counts = new WeakMap<CurrentVariant, number>()
  return (variant) => {
    const count = counts.get(variant) ?? 0
    counts.set(variant, count + 1)
    return count % READ_BACK === 0
  }
}

export const campaignMailWay = (transport: MailTransport, parts: WayParts): Way => {
  const {campaign, tokens, publicUrl, dkim} = parts
  const materialOf = keeper(parts)
  const isTurn = turns()
  const compiled = new WeakMap<CurrentVariant, CompiledMail>()
  const mailOf = (desk: DigestDesk, variant: CurrentVariant): CompiledMail => {
    const known = compiled.get(variant)
    if (known !== undefined) return known
    const made = compileMail(variant.output, {
      siteUrl: desk.site.url,
      ...(publicUrl !== undefined && {publicUrl}),
      returnAddress: desk.site.mailFrom.address,
      date: campaign.startsAt,
      dkim,
    })
    compiled.set(variant, made)
    return made
  }
  return mailWay(transport, async (delivery: Delivery) => {
    const {id, subscriberId, address} = delivery
    const {desk, variant} = await materialOf(delivery)
    const ticket = {subscriberId, deliveryId: id, issuedAt: campaign.createdAt}
    const message = await mailOf(desk, variant).fill({
      to: address,
      tokens: mailTokens(tokens, ticket),
    })
    if (isTurn(variant)) {
      // the octets as they leave, not what they were made of
      const text = message.raw.toString('utf8')
      await desk.check({...variant.output.output, text}, variant.country)
    }
    return message
  })
}

export const campaignSmsWay = (transport: SmsTransport, parts: WayParts): Way => {
  const materialOf = keeper(parts)
  return smsWay(transport, async (delivery: Delivery) => {
    const {id, part, address} = delivery
    const {variant} = await materialOf(delivery)
    // nothing of a text message differs by recipient: it is what the gate passed
    const text = textsOf(variant.output.output)[part]
    if (text === undefined) throw new RangeError(`The digest has no message ${part}`)
    return {to: address, text, reference: String(id)}
  })
}
