/** `throwline send test`: a digest to one address, as its subscribers would get it. In no ledger. */
import {randomBytes} from 'node:crypto'
import {createTokens} from '../../delivery/links/tokens.ts'
import {compileMail} from '../../delivery/mail/compile.ts'
import {mailTokens} from '../../delivery/mail/values.ts'
import type {Sent} from '../../delivery/sent.ts'
import {parseAddress} from '../../delivery/subscribers/address.ts'
import {UsageError} from '../../errors.ts'
import {type DigestDesk, textsOf} from '../delivery/digest-desk.ts'
import {dkimKeys} from '../delivery/dkim-keys.ts'
import {mailWayOut, publicUrlOf, smsWayOut} from '../delivery/ways-out.ts'
import {parseCountry} from '../open-content.ts'
import type {Office} from '../open-store.ts'
import {type SendOptions, withDesk} from './send.ts'

export interface TestOptions extends Pick<SendOptions, 'dataset' | 'today'> {
  readonly to: string
  readonly country?: string
}

const sendMail = async (
  {config, secret}: Office,
  desk: DigestDesk,
  to: string,
  output: Parameters<typeof compileMail>[0],
): Promise<readonly Sent[]> => {
  const publicUrl = await publicUrlOf(config)
  const compiled = compileMail(output, {
    siteUrl: desk.site.url,
    returnAddress: desk.site.mailFrom.address,
    date: new Date(),
    dkim: await dkimKeys(config.data),
    ...(publicUrl !== undefined && {publicUrl}),
  })
  // nobody's links: whoever tests must not unsubscribe a reader
  const ticket = {subscriberId: 0, deliveryId: 0, issuedAt: new Date()}
  const tokens = mailTokens(createTokens(secret), ticket)
  const transport = await mailWayOut(config)
  try {
    return [await transport.send(await compiled.fill({to, tokens}))]
  } finally {
    await transport.close()
  }
}

const sendTexts = async (
  {config}: Office,
  to: string,
  texts: readonly string[],
): Promise<readonly Sent[]> => {
  const transport = await smsWayOut(config)
  try {
    const sent: Sent[] = []
    for (const text of texts) {
      sent.push(await transport.send({to, text, reference: randomBytes(8).toString('hex')}))
    }
    return sent
  } finally {
    await transport.close()
  }
}

/** 1 when it was not taken. */
export const sendTestCommand = (slug: string, options: TestOptions): Promise<number> =>
  withDesk(slug, options, async (office, desk) => {
    const country = parseCountry(options.country) ?? desk.site.defaultCountry
    const address = parseAddress(options.to, country)
    if ('fault' in address) throw new UsageError(`--to: ${address.fault.message}`)
    const {channel, address: to} = address
    const language = desk.digests[0]?.language ?? desk.site.defaultLanguage
    const {variants, unserved} = await desk.plan(channel, [{country, language, subscribers: 1}])
    const [variant] = variants
    if (variant === undefined) {
      process.stderr.write(`${unserved.map(({message}) => message).join('\n')}\n`)
      return 1
    }
    const sent =
      channel === 'email'
        ? await sendMail(office, desk, to, variant.output)
        : await sendTexts(office, to, textsOf(variant.output.output))
    for (const each of sent) {
      const said = each.state === 'sent' ? each.response : each.message
      process.stdout.write(`${each.state}  ${to}  ${said}\n`)
    }
    return sent.every(({state}) => state === 'sent') ? 0 : 1
  })
