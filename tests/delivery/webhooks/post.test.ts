import {createServer as createTlsServer} from 'node:https'
import {createServer} from 'node:net'
import {setDefaultCACertificates} from 'node:tls'
import {describe, expect, it, onTestFinished} from 'vitest'
import {pinnedTo} from '../../../delivery/webhooks/resolve.ts'
import {postMessage, type PostOptions} from '../../../delivery/webhooks/post.ts'
import {parseWebhookUrl} from '../../../delivery/webhooks/url.ts'
import {selfSigned} from '../../support/certificate.ts'
import {startReceiver} from './receiver.ts'

const LOCAL = {allowed: new Set(['localhost'])}
const NOBODY = {allowed: new Set<string>()}

const post = (url: string, options: PostOptions, stop?: AbortSignal) =>
  postMessage({url, headers: {'content-type': 'application/json'}, body: '{}'}, options, stop)

const PRIVATE = [
  ['this network', '0.0.0.0'],
  ['loopback', '127.0.0.1'],
  ['loopback, elsewhere', '127.8.9.1'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private, the last', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['carrier-grade NAT, the last', '100.127.255.255'],
  ['link-local, cloud metadata', '169.254.169.254'],
  ['benchmarks', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['multicast', '239.255.255.250'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped, in hexadecimal', '::ffff:a00:1'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64 of a network of its own', '64:ff9b:1::a00:1'],
  ['6to4 of a private address', '2002:a00:1::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['unique local', 'fd00::1'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%lo'],
  ['multicast', 'ff02::1'],
  ['no address at all', 'localhost'],
] as const

const PUBLIC = ['93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:2800:220:1::1'] as const

describe('addresses that a name may lead to', () => {
  it.each(PRIVATE)('never %s: %s', async (_what, address) => {
    const resolve = async () => ['93.184.216.34', address]
    await expect(post('https://clinic.example/', {...NOBODY, resolve})).rejects.toThrow(
      'clinic.example is at an address of a private network',
    )
  })

  it.each(PRIVATE.filter(([, address]) => !/[%l]/.test(address)))(
    'nor in place of a name: %s %s',
    async (_what, address) => {
      const url = `https://${address.includes(':') ? `[${address}]` : address}/`
      await expect(post(url, NOBODY)).rejects.toThrow('private network')
      expect(() => parseWebhookUrl(url, NOBODY.allowed)).toThrow('private network')
    },
  )

  it.each(['127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.'])(
    'however it is spelt: %s',
    (address) => {
      expect(() => parseWebhookUrl(`https://${address}/`, NOBODY.allowed)).toThrow('private')
    },
  )

  it.each(PUBLIC)('but any of the Internet: %s', (address) => {
    const url = `https://${address.includes(':') ? `[${address}]` : address}/`
    expect(parseWebhookUrl(url, NOBODY.allowed)).toBe(url)
  })

  it('and not one that a name has a moment later', async () => {
    const local = await startReceiver()
    let asked = 0
    const resolve = async () => {
      asked += 1
      return asked === 1 ? ['203.1.113.1'] : ['127.0.0.1']
    }
    const url = local.url.replace('http://localhost', 'https://clinic.example')
    await expect(post(url, {...NOBODY, resolve, time: 200})).rejects.toThrow(
      /no (answer|connection)/,
    )
    expect([asked, local.received]).toEqual([1, []])
    const lookup = pinnedTo(['203.1.113.1', '2606:2800:220:1::1'])
    const given: unknown[] = []
    lookup('anything.example', {all: true}, (_error, found) => given.push(found))
    lookup('anything.example', {}, (_error, ...found) => given.push(found))
    expect(given).toEqual([
      [
        {address: '203.1.113.1', family: 4},
        {address: '2606:2800:220:1::1', family: 6},
      ],
      ['203.1.113.1', 4],
    ])
  })
})

describe('addresses of webhooks', () => {
  it('are https, but on hosts that are allowed', () => {
    expect(() => parseWebhookUrl('http://clinic.example/', NOBODY.allowed)).toThrow('https')
    expect(() => parseWebhookUrl('ftp://localhost/', LOCAL.allowed)).toThrow('https')
    expect(parseWebhookUrl('http://LOCALHOST:4010/#x', LOCAL.allowed)).toBe(
      'http://localhost:4010/',
    )
    expect(() => parseWebhookUrl('https://localhost.evil.example/', LOCAL.allowed)).not.toThrow()
  })

  it('hold no password, and are addresses', () => {
    expect(() => parseWebhookUrl('https://me:word@clinic.example/', NOBODY.allowed)).toThrow(
      /^https:\/\/clinic.example: .*password/,
    )
    expect(() => parseWebhookUrl('clinic.example', NOBODY.allowed)).toThrow('no address')
    const long = `https://clinic.example/${'a'.repeat(2000)}`
    expect(() => parseWebhookUrl(long, NOBODY.allowed)).toThrow('no address')
  })

  it('are asked without encryption only where that is allowed', async () => {
    const local = await startReceiver()
    expect(await post(local.url, LOCAL)).toBe(204)
    await expect(post(local.url, NOBODY)).rejects.toThrow('https alone')
    expect(local.received).toHaveLength(1)
  })
})

describe('an answer', () => {
  it.each([302, 307, 308])('that leads elsewhere is not followed: %d', async (status) => {
    const local = await startReceiver(({path}, response) => {
      response.writeHead(path === '/' ? status : 200, {location: '/elsewhere'}).end()
    })
    await expect(post(local.url, LOCAL)).rejects.toThrow(
      `HTTP ${status}: redirects are not followed`,
    )
    expect(local.received.map(({path}) => path)).toEqual(['/'])
  })

  it('of an error is named, and 410 ends it', async () => {
    let status = 500
    const local = await startReceiver((_request, response) => {
      response.writeHead(status).end('why')
    })
    await expect(post(local.url, LOCAL)).rejects.toMatchObject({message: 'HTTP 500', isGone: false})
    status = 410
    await expect(post(local.url, LOCAL)).rejects.toMatchObject({isGone: true})
  })

  it('is not waited for long', async () => {
    const local = await startReceiver(() => {})
    await expect(post(local.url, {...LOCAL, time: 100})).rejects.toThrow('no answer within 0.1 s')
    const slowName = {...NOBODY, resolve: () => new Promise<never>(() => {}), time: 100}
    await expect(post('https://clinic.example/', slowName)).rejects.toThrow('no answer within')
  })

  it('without end is not read to its end', async () => {
    let sent = 0
    const closed = Promise.withResolvers<void>()
    const local = await startReceiver((_request, response) => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1024))) sent += 1024
      }
      response.on('drain', more).on('close', () => closed.resolve())
      more()
    })
    expect(await post(local.url, LOCAL)).toBe(200)
    await closed.promise
    // what a socket holds of its own, and no more
    expect(sent).toBeLessThan(8 * 1024 * 1024)
  })

  it('is broken off when the server stops', async () => {
    const stop = new AbortController()
    const local = await startReceiver(() => stop.abort(new Error('the server stops')))
    await expect(post(local.url, LOCAL, stop.signal)).rejects.toThrow('the server stops')
  })

  it('that nobody gives is named by its code', async () => {
    const silent = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve)
    })
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(post(`http://localhost:${port}/`, LOCAL)).rejects.toThrow('(ECONNRESET)')
    await new Promise<void>((resolve) => {
      silent.close(() => resolve())
    })
    await expect(post(`http://localhost:${port}/`, LOCAL)).rejects.toThrow('(ECONNREFUSED)')
  })
})

describe('certificates', () => {
  it('are checked', async () => {
    const own = selfSigned()
    const server = createTlsServer(own, (request, response) => {
      request.resume()
      response.writeHead(200).end()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      server.close()
      setDefaultCACertificates([])
    })
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const url = `https://localhost:${port}/`
    await expect(post(url, LOCAL)).rejects.toThrow('(DEPTH_ZERO_SELF_SIGNED_CERT)')
    setDefaultCACertificates([own.cert])
    expect(await post(url, LOCAL)).toBe(200)
  })
})
