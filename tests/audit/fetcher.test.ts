import {setTimeout as sleep} from 'node:timers/promises'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {isPublicAddress} from '../../audit/fetch/addresses.ts'
import {decodeBody} from '../../audit/fetch/charset.ts'
import {FetchFailure} from '../../audit/fetch/failure.ts'
import {Fetcher, type FetchSettings} from '../../audit/fetch/fetcher.ts'
import {type PartnerSite, partnerSite} from './partner-site.ts'

let site: PartnerSite

beforeEach(async () => {
  site = await partnerSite()
})

afterEach(() => site.close())

const fetcher = (over: Partial<FetchSettings> = {}): Fetcher =>
  new Fetcher({contact: 'https://health.example', allowPrivate: true, pause: 0, ...over})

/** `verdict: why` of a failure; the status of an answer. */
const outcome = async (url: string, over: Partial<FetchSettings> = {}): Promise<string> => {
  try {
    return String((await fetcher(over).page(new URL(url))).status)
  } catch (error) {
    if (error instanceof FetchFailure) return `${error.verdict}: ${error.message}`
    throw error
  }
}

describe('a page', () => {
  it('is asked for by name, after robots.txt', async () => {
    const url = site.set('/a?b=c', 'page')
    const {body, status} = await fetcher().page(new URL(url))
    expect([status, body.toString()]).toEqual([200, 'page'])
    expect(site.asked).toEqual(['/robots.txt', '/a?b=c'])
    expect([...site.agents]).toEqual(['Throwline-Audit/0.1 (+https://health.example)'])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('comes out of %s', async (encoding, compress) => {
    const body = compress(Buffer.from('a page'))
    const url = site.set('/a', {headers: {'content-encoding': encoding}, body})
    expect((await fetcher().page(new URL(url))).body.toString()).toBe('a page')
  })

  it('is refused when it is too large, compressed or not', async () => {
    const large = Buffer.alloc(2_000_001, 'x')
    const plain = site.set('/plain', {body: large})
    const bomb = site.set('/bomb', {headers: {'content-encoding': 'gzip'}, body: gzipSync(large)})
    expect(await outcome(plain, {bytes: 2_000_000})).toBe('unreachable: it is larger than 2 MB')
    expect(await outcome(bomb, {bytes: 2_000_000})).toBe('unreachable: it is larger than 2 MB')
    expect(await outcome(plain, {bytes: 2_000_001})).toBe('200')
  })

  it('is given up when it does not end', async () => {
    const url = site.set('/slow', (_request, response) => {
      response.writeHead(200, {'content-type': 'text/html'})
      response.write('<p>')
    })
    expect(await outcome(url, {time: 200})).toBe('unreachable: it did not answer in time')
  })

  it('is unreachable where nobody answers', async () => {
    const url = site.set('/a', 'page')
    await site.close()
    expect(await outcome(url)).toBe('unreachable: nothing answers at its address')
    expect(await outcome('http://no-such-host.invalid/')).toMatch(/^unreachable: /)
  })
})

describe('redirects', () => {
  const to = (location: string) => ({status: 302, headers: {location}})

  it('are followed, and the last address is told', async () => {
    site.set('/a', to('/b'))
    site.set('/b', 'page')
    const {url} = await fetcher().page(new URL(`${site.origin}/a`))
    expect(url.pathname).toBe('/b')
  })

  it('are followed five times, not six', async () => {
    for (let step = 0; step < 6; step++) site.set(`/${step}`, to(`/${step + 1}`))
    site.set('/6', 'page')
    expect(await outcome(`${site.origin}/1`)).toBe('200')
    expect(await outcome(`${site.origin}/0`)).toMatch(/more than 5 times/)
  })

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'http://'])(
    'to %s lead nowhere',
    async (place) => {
      site.set('/a', to(place))
      expect(await outcome(`${site.origin}/a`)).toMatch(/^unreachable: it leads to/)
    },
  )

  it('ask the robots.txt of each host on the way', async () => {
    const other = await partnerSite()
    other.set('/robots.txt', {body: 'User-agent: *\nDisallow: /'})
    site.set('/a', to(`${other.origin}/b`))
    expect(await outcome(`${site.origin}/a`)).toMatch(/^refused: robots.txt of 127/)
    expect(other.asked).toEqual(['/robots.txt'])
    await other.close()
  })
})

describe('private addresses', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])(
    '%s is none',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])(
    'are not read as %s unless that is allowed',
    async (host) => {
      const {port} = new URL(site.set('/a', 'page'))
      const refused = await outcome(`http://${host}:${port}/a`, {allowPrivate: false})
      expect(refused).toMatch(/private network; --allow-private reads it$/)
      expect(site.asked).toEqual([])
    },
  )
})

describe('politeness', () => {
  const rules = (text: string): void => {
    site.set('/robots.txt', {headers: {'content-type': 'text/plain'}, body: text})
  }

  it('keeps out where it is asked to, by its name before any other', async () => {
    site.set('/a/b', 'page')
    site.set('/c', 'page')
    rules('User-agent: *\nDisallow: /c\n\nUser-agent: throwline-audit\nDisallow: /a/\n')
    expect(await outcome(`${site.origin}/a/b`)).toMatch(/^refused/)
    expect(await outcome(`${site.origin}/c`)).toBe('200')
  })

  it('takes a robots.txt that fails for a no, and none for a yes', async () => {
    site.set('/a', 'page')
    expect(await outcome(`${site.origin}/a`)).toBe('200')
    site.set('/robots.txt', {status: 503})
    expect(await outcome(`${site.origin}/a`)).toMatch(/^refused: .* 503/)
  })

  it('asks a host one thing at a time, and for its robots.txt once', async () => {
    let [now, most] = [0, 0]
    for (const path of ['/1', '/2', '/3']) {
      site.set(path, async (_request, response) => {
        most = Math.max(most, ++now)
        await sleep(20)
        now--
        response.end('page')
      })
    }
    const one = fetcher()
    await Promise.all(['/1', '/2', '/3'].map((path) => one.page(new URL(path, site.origin))))
    expect(most).toBe(1)
    expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1)
    // and what it measures would see two at once
    await Promise.all(['/1', '/2'].map((path) => fetcher().page(new URL(path, site.origin))))
    expect(most).toBe(2)
  })
})

describe('the text of a page', () => {
  const latin = Buffer.from([0x3c, 0x70, 0x3e, 0xe9])

  it.each([
    ['the header', latin, 'text/html; charset=ISO-8859-1', '<p>é'],
    [
      '<meta>',
      Buffer.concat([Buffer.from('<meta charset=latin1>'), latin]),
      'text/html',
      '<meta charset=latin1><p>é',
    ],
    ['its mark', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'text/html; charset=utf-8', 'A'],
    ['nobody: UTF-8', Buffer.from('é'), undefined, 'é'],
    ['an encoding that is not there: UTF-8', Buffer.from('é'), 'text/html; charset=klingon', 'é'],
  ])('is decoded as told by %s', (_who, body, type, text) => {
    expect(decodeBody(body, type)).toBe(text)
  })
})
