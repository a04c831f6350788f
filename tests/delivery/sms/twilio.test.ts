import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {afterEach, describe, expect, it, onTestFinished} from 'vitest'
import {twilioSignature} from '../../../delivery/sms/twilio-signature.ts'
import {type TwilioSettings, twilioTransport} from '../../../delivery/sms/twilio-transport.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

interface Asked {
  readonly path: string
  readonly authorization: string
  readonly fields: Readonly<Record<string, string>>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

const start = async (
  answer: (response: ServerResponse, index: number) => void,
  settings: Partial<TwilioSettings> = {},
) => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        fields: Object.fromEntries(new URLSearchParams(body)),
      })
      answer(response, asked.length - 1)
    })
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const stop = (): Promise<void> =>
    new Promise((done) => {
      server.closeAllConnections()
      server.close(() => {
        done()
      })
    })
  open.push(stop)
  const transport = twilioTransport({
    accountSid: 'AC1',
    authToken: 'token',
    from: '+15550100',
    api: `http://127.0.0.1:${port}`,
    ...settings,
  })
  return {asked, transport, stop}
}

const json =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
  }

const sms = {to: '+447400123456', text: 'Call 988. Txt STOP to end', reference: '41'}

describe('the Twilio transport', () => {
  it('asks for one message, letter by letter as it stands', async () => {
    const {asked, transport} = await start(json(201, {sid: 'SM7', status: 'queued'}), {
      statusCallback: 'https://health.example/hooks/twilio?a=1',
    })
    expect(await transport.send(sms)).toEqual({
      state: 'sent',
      response: 'queued',
      providerId: 'SM7',
    })
    expect(asked).toEqual([
      {
        path: '/2010-04-01/Accounts/AC1/Messages.json',
        authorization: `Basic ${btoa('AC1:token')}`,
        fields: {
          To: '+447400123456',
          From: '+15550100',
          Body: 'Call 988. Txt STOP to end',
          SmartEncoded: 'false',
          StatusCallback: 'https://health.example/hooks/twilio?a=1&reference=41',
        },
      },
    ])
  })

  it('names a messaging service as one', async () => {
    const {asked, transport} = await start(json(201, {sid: 'SM7'}), {from: 'MG12'})
    await transport.send(sms)
    expect(asked[0]?.fields).toMatchObject({MessagingServiceSid: 'MG12'})
    expect(asked[0]?.fields).not.toHaveProperty('From')
  })

  it('never asks for what would be two messages', async () => {
    const {asked, transport} = await start(json(201, {sid: 'SM7'}))
    expect(await transport.send({...sms, text: 'a'.repeat(161)})).toMatchObject({
      code: 'SMS_TOO_LONG',
      isPermanent: true,
    })
    expect(asked).toEqual([])
  })

  const answers = [
    [400, 21211, {code: 'SMS_NUMBER_INVALID', isPermanent: true, isHardBounce: true}],
    [400, 21614, {code: 'SMS_NUMBER_INVALID', isPermanent: true, isHardBounce: true}],
    [400, 21610, {code: 'SMS_STOPPED', isPermanent: true, isHardBounce: true}],
    [400, 99999, {code: 'SMS_REFUSED', isPermanent: true}],
    [429, 20429, {code: 'SMS_THROTTLED', isPermanent: false, isThrottled: true}],
    [401, 20003, {code: 'SMS_PROVIDER_REFUSED', isPermanent: false}],
    [503, 0, {code: 'SMS_PROVIDER_FAILED', isPermanent: false}],
  ] as const
  it.each(answers)('takes %i with code %i for what it is', async (status, code, expected) => {
    const {transport} = await start(json(status, {code, message: 'No'}))
    const sent = await transport.send(sms)
    expect(sent).toMatchObject({state: 'failed', ...expected})
    expect('isHardBounce' in sent).toBe('isHardBounce' in expected)
  })

  const doubtful: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ['a failure inside', json(500, {message: 'Oops'})],
    ['a success without an id', json(200, {})],
    ['a success that is no JSON', (response) => response.end('<html>')],
    ['a redirect', (response) => response.writeHead(307, {location: '/other'}).end()],
    ['a connection cut before the answer', (response) => response.destroy()],
    ['no answer', () => undefined],
  ]
  it.each(doubtful)('says unknown after %s', async (_name, answer) => {
    const {transport, asked} = await start(answer, {timeout: 300})
    expect(await transport.send(sms)).toMatchObject({state: 'unknown'})
    expect(asked).toHaveLength(1)
  })

  it('says failed when nothing can have left', async () => {
    const {transport, stop} = await start(json(201, {sid: 'SM7'}))
    await stop()
    expect(await transport.send(sms)).toMatchObject({
      state: 'failed',
      code: 'SMS_PROVIDER_UNREACHABLE',
      isPermanent: false,
    })
  })
})

describe("Twilio's webhooks", () => {
  const url = 'https://health.example/hooks/twilio?reference=41'
  const signed = (fields: Readonly<Record<string, string>>, at = url) => {
    const body = new URLSearchParams(fields)
    return {url, body: String(body), signature: twilioSignature('token', at, body)}
  }
  const transport = twilioTransport({accountSid: 'AC1', authToken: 'token', from: '+15550100'})

  it('are signed as the example of its documentation is', () => {
    const fields = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    })
    const at = 'https://mycompany.com/myapp.php?foo=1&bar=2'
    expect(twilioSignature('12345', at, fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
  })

  it('tell what became of a message', async () => {
    const seen: unknown[] = []
    const take = transport.onReceipt((receipt) => void seen.push(receipt))
    const failed = {MessageSid: 'SM7', MessageStatus: 'undelivered', ErrorCode: '30005'}
    expect(await transport.webhook(signed(failed))).toMatchObject({status: 200})
    const delivered = signed({MessageSid: 'SM8', MessageStatus: 'delivered'})
    expect(await transport.webhook(delivered)).toMatchObject({status: 200})
    expect(seen).toEqual([
      {providerId: 'SM7', reference: '41', state: 'failed', code: '30005', isHardBounce: true},
      {providerId: 'SM8', reference: '41', state: 'delivered'},
    ])
    take()
  })

  it('bring what somebody wrote, and are answered with an empty TwiML', async () => {
    const seen: unknown[] = []
    const take = transport.onInbound((message) => void seen.push(message))
    const fields = {MessageSid: 'SM9', From: '+447400123456', To: '+15550100', Body: 'Stop & go'}
    expect(await transport.webhook(signed(fields))).toEqual({
      status: 200,
      contentType: 'text/xml',
      body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    })
    expect(seen).toEqual([{id: 'SM9', from: '+447400123456', to: '+15550100', text: 'Stop & go'}])
    take()
  })

  it('are believed with the port of the protocol in the signature, and not otherwise', async () => {
    const fields = {From: '+1', Body: 'x'}
    const withPort = signed(fields, url.replace('.example/', '.example:443/'))
    expect(await transport.webhook(withPort)).toMatchObject({status: 503})
    onTestFinished(transport.onInbound(() => {}))
    expect(await transport.webhook(withPort)).toMatchObject({status: 200})
    const otherPort = signed(fields, url.replace('.example/', '.example:444/'))
    expect(await transport.webhook(otherPort)).toMatchObject({status: 403})
  })

  it('are refused when forged, changed, too large or empty', async () => {
    const seen: unknown[] = []
    const take = transport.onInbound((message) => void seen.push(message))
    const right = signed({From: '+447400123456', Body: 'STOP'})
    const forged = [
      {...right, signature: ''},
      {...right, signature: right.signature.toLowerCase()},
      {...right, body: right.body.replace('STOP', 'START')},
      {...right, url: 'https://health.example/hooks/twilio?reference=42'},
      {...right, url: 'no address'},
    ]
    for (const request of forged)
      expect(await transport.webhook(request)).toMatchObject({status: 403})
    const large = signed({From: '+1', Body: 'x'.repeat(70_000)})
    expect(await transport.webhook(large)).toMatchObject({status: 413})
    expect(await transport.webhook(signed({Other: '1'}))).toMatchObject({status: 422})
    expect(seen).toEqual([])
    expect(await transport.webhook(right)).toMatchObject({status: 200})
    expect(seen).toHaveLength(1)
    take()
  })

  it('are asked for again when they could not be stored', async () => {
    const take = transport.onInbound(() => Promise.reject(new Error('The disk is full')))
    const fields = {From: '+447400123456', Body: 'STOP'}
    expect(await transport.webhook(signed(fields))).toMatchObject({status: 503})
    take()
  })
})
