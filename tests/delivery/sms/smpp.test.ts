import {afterEach, describe, expect, it} from 'vitest'
import {smppTransport} from '../../../delivery/sms/smpp-transport.ts'
import {parseSmppUrl} from '../../../delivery/sms/smpp-url.ts'
import type {InboundSms, SmsReceipt, SmsTransport} from '../../../delivery/sms/transport.ts'
import {type Smsc, startOther, startSmsc} from './smsc.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

const times = {bind: 2000, response: 2000, enquire: 60_000}

const bring = async (
  options: Parameters<typeof startSmsc>[0] = {},
  changed: Partial<typeof times> = {},
): Promise<{readonly smsc: Smsc; readonly transport: SmsTransport}> => {
  const smsc = await startSmsc(options)
  const settings = parseSmppUrl(smsc.url)
  const transport = smppTransport({settings, times: {...times, ...changed}, pause: 10})
  open.push(smsc.close, transport.close)
  return {smsc, transport}
}

const sms = (text: string) => ({to: '+447400123456', text, reference: '1'})

describe('the SMPP transport', () => {
  it('sends one message as one PDU, with octets and data_coding of its own', async () => {
    const {smsc, transport} = await bring()
    expect(await transport.send(sms('Call 988 [€1]'))).toEqual({
      state: 'sent',
      response: 'm0',
      providerId: 'm0',
    })
    expect(await transport.send(sms('अभी 988'))).toMatchObject({state: 'sent', providerId: 'm1'})
    const [gsm7, ucs2] = smsc.submitted
    expect(gsm7).toMatchObject({
      source_addr_ton: 1,
      source_addr: '15550100',
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      destination_addr: '447400123456',
      registered_delivery: 1,
      data_coding: 0,
      esm_class: 0,
      // decoded by the library's own tables
      short_message: {message: 'Call 988 [€1]'},
    })
    expect(ucs2).toMatchObject({data_coding: 8, short_message: {message: 'अभी 988'}})
  })

  it('sends what fills one message to the last septet, and never two', async () => {
    const {smsc, transport} = await bring()
    expect(await transport.send(sms('a'.repeat(158) + '€'))).toMatchObject({state: 'sent'})
    expect(await transport.send(sms('ब'.repeat(70)))).toMatchObject({state: 'sent'})
    for (const long of ['a'.repeat(159) + '€', 'ब'.repeat(71)]) {
      expect(await transport.send(sms(long))).toMatchObject({
        state: 'failed',
        code: 'SMS_TOO_LONG',
        isPermanent: true,
      })
    }
    expect(smsc.submitted).toHaveLength(2)
  })

  const refusals = [
    [0x58, {code: 'SMS_THROTTLED', isPermanent: false, isThrottled: true}],
    [0x14, {code: 'SMS_THROTTLED', isPermanent: false, isThrottled: true}],
    [0x0b, {code: 'SMS_NUMBER_INVALID', isPermanent: true, isHardBounce: true}],
    [0x0a, {code: 'SMS_REFUSED', isPermanent: true}],
    [0x08, {code: 'SMS_PROVIDER_FAILED', isPermanent: false}],
    [0x0400, {code: 'SMS_PROVIDER_FAILED', isPermanent: false}],
  ] as const
  it.each(refusals)('takes status %i for what it is', async (status, expected) => {
    const {transport} = await bring({react: () => status})
    const sent = await transport.send(sms('x'))
    expect(sent).toMatchObject({state: 'failed', ...expected})
    expect('isHardBounce' in sent).toBe('isHardBounce' in expected)
  })

  it('says unknown when the connection ends after the message left, and goes on with the next', async () => {
    const {smsc, transport} = await bring({react: (index) => (index === 1 ? 'drop' : 0)})
    expect(await transport.send(sms('one'))).toMatchObject({state: 'sent'})
    expect(await transport.send(sms('two'))).toMatchObject({state: 'unknown'})
    expect(await transport.send(sms('three'))).toMatchObject({state: 'sent'})
    expect(smsc.submitted.map((pdu) => pdu['short_message'])).toEqual([
      {message: 'one'},
      {message: 'two'},
      {message: 'three'},
    ])
    expect(smsc.binds()).toBe(2)
  })

  it('says unknown when no answer comes', async () => {
    const {transport} = await bring({react: () => 'stall'}, {response: 50})
    expect(await transport.send(sms('x'))).toMatchObject({
      state: 'unknown',
      message: 'No answer in 50 ms.',
    })
  })

  it('says failed, not unknown, when nobody is there, or refuses the login', async () => {
    const {smsc, transport} = await bring({bindStatus: 0x0e})
    expect(await transport.send(sms('x'))).toMatchObject({
      state: 'failed',
      code: 'SMS_PROVIDER_UNREACHABLE',
      isPermanent: false,
      message: 'The SMSC refused the login with status 0xe.',
    })
    await smsc.close()
    const settings = parseSmppUrl(smsc.url)
    const nobody = smppTransport({settings, times, pause: 10_000})
    const first = await nobody.send(sms('x'))
    expect(first).toMatchObject({state: 'failed', code: 'SMS_PROVIDER_UNREACHABLE'})
    // does not knock again before its time
    expect(await nobody.send(sms('x'))).toEqual(first)
    await nobody.close()
    expect(await nobody.send(sms('x'))).toMatchObject({state: 'failed'})
  })

  it('outlives what is no SMPP', async () => {
    for (const greet of ['HTTP/1.1 400 Bad Request\r\n\r\n', '\0\0\0\u0005garbage', '\0\0\0\0']) {
      const other = await startOther((socket) => socket.write(greet))
      const settings = {...parseSmppUrl('smpp://a:b@127.0.0.1?from=12345'), port: other.port}
      const transport = smppTransport({settings, times: {...times, bind: 200}, pause: 10_000})
      expect(await transport.send(sms('x')), greet).toMatchObject({state: 'failed'})
      await transport.close()
      await other.close()
    }
  })

  it('says nothing in clear to who does not speak TLS when TLS is asked for', async () => {
    let heard = ''
    const plain = await startOther((socket) =>
      socket.on('data', (data) => {
        heard += data.toString('latin1')
        socket.end('no TLS here')
      }),
    )
    const settings = {
      ...parseSmppUrl('ssmpp://name:password@127.0.0.1?from=12345'),
      port: plain.port,
    }
    const transport = smppTransport({settings, times, pause: 10_000})
    expect(await transport.send(sms('x'))).toMatchObject({
      state: 'failed',
      code: 'SMS_PROVIDER_UNREACHABLE',
    })
    expect(heard).not.toBe('')
    expect(heard).not.toContain('password')
    await transport.close()
    await plain.close()
  })

  it('keeps to the window, and ends what is under way before it closes', async () => {
    const {smsc, transport} = await bring()
    const all = Array.from({length: 40}, (_, index) => transport.send(sms(String(index))))
    await transport.close()
    const states = (await Promise.all(all)).map(({state}) => state)
    expect(states).toEqual(Array.from({length: 40}, () => 'sent'))
    expect(smsc.submitted).toHaveLength(40)
    expect(smsc.mostWaiting()).toBeLessThanOrEqual(4)
    expect(smsc.mostWaiting()).toBeGreaterThan(1)
  })

  it('connects again by itself, since answers come by the same connection', async () => {
    const {smsc, transport} = await bring()
    const inbound: InboundSms[] = []
    transport.onInbound((message) => void inbound.push(message))
    await transport.send(sms('one'))
    smsc.dropAll()
    await expect.poll(smsc.binds).toBe(2)
    await smsc.deliver({
      source_addr_ton: 1,
      source_addr: '447400123456',
      dest_addr_ton: 1,
      destination_addr: '15550100',
      short_message: 'Stop!',
    })
    expect(inbound).toEqual([{from: '+447400123456', to: '+15550100', text: 'Stop!'}])
  })

  it('finds by enquire_link that the other side is dead', async () => {
    const {transport, smsc} = await bring({}, {enquire: 20})
    await transport.send(sms('one'))
    // an SMSC that answers binds and nothing else
    const dead = await startOther((socket) => {
      socket.on('data', (data) => {
        if (data.readUInt32BE(4) !== 9) return
        const answer = Buffer.alloc(17)
        answer.writeUInt32BE(17, 0)
        answer.writeUInt32BE(0x80000009, 4)
        answer.writeUInt32BE(data.readUInt32BE(12), 12)
        socket.write(answer)
      })
    })
    const settings = {...parseSmppUrl(smsc.url), port: dead.port}
    const waiting = smppTransport({
      settings,
      times: {bind: 2000, response: 40, enquire: 10},
      pause: 10_000,
    })
    const lost = waiting.send(sms('two'))
    expect(await lost).toMatchObject({state: 'unknown'})
    await waiting.close()
    await dead.close()
    expect(await transport.send(sms('three'))).toMatchObject({state: 'sent'})
  })
})

describe('what comes back by SMPP', () => {
  it('hands on receipts, of text and of parameters, and stores before it answers', async () => {
    const {smsc, transport} = await bring()
    const receipts: SmsReceipt[] = []
    transport.onReceipt(async (receipt) => {
      await new Promise(setImmediate)
      receipts.push(receipt)
    })
    await transport.send(sms('one'))
    const answer = await smsc.deliver({
      esm_class: 4,
      source_addr: '447400123456',
      destination_addr: '15550100',
      short_message:
        'id:m0 sub:001 dlvrd:000 submit date:2611231900 done date:2611231901 stat:UNDELIV err:011 text:One',
    })
    expect(answer.command_status).toBe(0)
    expect(receipts).toEqual([{providerId: 'm0', state: 'failed', code: '011'}])
    await smsc.deliver({
      esm_class: 4,
      source_addr: '447400123456',
      short_message: 'stat:UNDELIV',
      receipted_message_id: 'm1',
      message_state: 2,
    })
    expect(receipts[1]).toEqual({providerId: 'm1', state: 'delivered'})
  })

  it('asks for it again when it could not be stored, and lets what means nothing go', async () => {
    const {smsc, transport} = await bring()
    const take = transport.onInbound(() => Promise.reject(new Error('The disk is full')))
    await transport.send(sms('one'))
    const message = {source_addr_ton: 1, source_addr: '447400123456', short_message: 'STOP'}
    expect((await smsc.deliver(message)).command_status).toBe(0x64)
    take()
    // acknowledged by a process that does not listen, a STOP would be gone
    expect((await smsc.deliver(message)).command_status).toBe(0x64)
    const seen: unknown[] = []
    transport.onInbound((inbound) => void seen.push(inbound))
    transport.onReceipt((receipt) => void seen.push(receipt))
    for (const nothing of [
      {esm_class: 4, short_message: 'hello'},
      {esm_class: 4, short_message: 'id:7 stat:NOVEL'},
      {source_addr: '', short_message: 'x'},
    ]) {
      expect((await smsc.deliver(nothing)).command_status).toBe(0)
    }
    expect(seen).toEqual([])
  })

  it('reads numbers as the SMSC writes them, and text in every alphabet', async () => {
    const {smsc, transport} = await bring({query: '?from=Lantern&country=us'})
    const seen: InboundSms[] = []
    transport.onInbound((inbound) => void seen.push(inbound))
    await transport.send(sms('one'))
    const from = async (source_addr: string, source_addr_ton: number): Promise<string> => {
      await smsc.deliver({source_addr, source_addr_ton, short_message: 'x'})
      return seen.at(-1)?.from ?? ''
    }
    expect(await from('447400123456', 1)).toBe('+447400123456')
    expect(await from('+447400123456', 0)).toBe('+447400123456')
    expect(await from('447400123456', 0)).toBe('+447400123456')
    expect(await from('2025550123', 2)).toBe('+12025550123')
    expect(await from('2025550123', 0)).toBe('+12025550123')
    expect(await from('72345', 0)).toBe('72345')
    const ucs2 = Buffer.from('توقف', 'utf16le').swap16()
    await smsc.deliver({source_addr: '1', data_coding: 8, short_message: ucs2})
    expect(seen.at(-1)?.text).toBe('توقف')
    await smsc.deliver({
      source_addr: '1',
      message_payload: Buffer.from('a long one'),
      short_message: '',
    })
    expect(seen.at(-1)?.text).toBe('a long one')
  })
})

describe('a long message', () => {
  const LONG = ['I do not want ', 'to live any', ' more']
  const part = (sequence: number, total = 3, reference = 7) => ({
    source_addr_ton: 1,
    source_addr: '447400123456',
    short_message: {
      udh: Buffer.from([5, 0, 3, reference, total, sequence]),
      message: LONG[sequence - 1] ?? 'x',
    },
  })
  const begin = async (partWait: number) => {
    const smsc = await startSmsc()
    const settings = parseSmppUrl(smsc.url)
    const transport = smppTransport({settings, times, pause: 10, partWait})
    open.push(smsc.close, transport.close)
    const seen: string[] = []
    transport.onInbound(({text}) => void seen.push(text))
    await transport.send(sms('one'))
    return {smsc, transport, seen}
  }

  it('is put together, in whatever order its parts come', async () => {
    const {smsc, seen} = await begin(60_000)
    const answers = await Promise.all([part(3), part(1), part(2)].map(smsc.deliver))
    expect(seen).toEqual(['I do not want to live any more'])
    expect(answers.map(({command_status: status}) => status)).toEqual([0, 0, 0])
    const sar = (sequence: number) => ({
      source_addr: '447400123456',
      short_message: LONG[sequence - 1],
      sar_msg_ref_num: 9,
      sar_total_segments: 2,
      sar_segment_seqnum: sequence,
    })
    await Promise.all([sar(2), sar(1)].map(smsc.deliver))
    expect(seen[1]).toBe('I do not want to live any')
  })

  it('is handed on without a part that does not come, and each part is answered then', async () => {
    const {smsc, seen} = await begin(30)
    const answers = await Promise.all([part(1), part(2)].map(smsc.deliver))
    expect(seen).toEqual(['I do not want to live any'])
    expect(answers.map(({command_status: status}) => status)).toEqual([0, 0])
  })

  it('is asked for again, every part of it, when it could not be stored', async () => {
    const {smsc, transport} = await begin(60_000)
    transport.onInbound(() => Promise.reject(new Error('The disk is full')))
    const answers = await Promise.all([part(1, 2), part(2, 2)].map(smsc.deliver))
    expect(answers.map(({command_status: status}) => status)).toEqual([0x64, 0x64])
  })

  it('is not mixed with another, and what is no part is a message', async () => {
    const {smsc, seen} = await begin(60_000)
    const mixed = [part(1, 2, 1), part(1, 2, 2), part(2, 2, 1), part(2, 2, 2)]
    await Promise.all(mixed.map(smsc.deliver))
    expect(seen).toEqual(['I do not want to live any', 'I do not want to live any'])
    for (const [sequence, total] of [
      [1, 1],
      [3, 2],
      [0, 2],
      [1, 200],
    ] as const)
      await smsc.deliver(part(sequence, total))
    expect(seen).toHaveLength(6)
  })
})

describe('SMPP_URL', () => {
  it('says all that a login needs', () => {
    expect(
      parseSmppUrl('ssmpp://a%40b:p%2Fw@smsc.example?from=+15550100&window=50&type=VMA'),
    ).toEqual({
      host: 'smsc.example',
      port: 3550,
      tls: true,
      systemId: 'a@b',
      password: 'p/w',
      systemType: 'VMA',
      from: '+15550100',
      window: 50,
    })
  })

  const wrong = [
    'nonsense',
    'http://a:b@c?from=12345',
    'smpp://a:b@c',
    'smpp://a:b@c?from=a name far too long',
    'smpp://a:far-too-long@c?from=12345',
    'smpp://a:b@c?from=12345&window=0',
    'smpp://a:b@c?from=12345&country=Utopia',
  ]
  it.each(wrong)('is refused with the mend: %s', (url) => {
    expect(() => parseSmppUrl(url)).toThrow(/^SMPP_URL: .*\./)
    // never the password
    expect(() => parseSmppUrl(url)).not.toThrow(/far-too-long/)
  })
})
