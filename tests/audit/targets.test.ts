import {describe, expect, it} from 'vitest'
import {parseTarget, parseTargetList} from '../../audit/targets.ts'

describe('what to audit', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x', undefined],
    ['a.example/x', 'https://a.example/x', undefined],
    ['https://a.example/x=ketamine', 'https://a.example/x', 'ketamine'],
    ['https://a.example/x=es/panic-attacks', 'https://a.example/x', 'es/panic-attacks'],
    ['https://a.example/x ketamine', 'https://a.example/x', 'ketamine'],
    ['https://a.example/?p=ketamine', 'https://a.example/?p=ketamine', undefined],
    ['https://a.example/?p=17=ketamine', 'https://a.example/?p=17', 'ketamine'],
    ['https://a.example/?p=17&q=ketamine', 'https://a.example/?p=17&q=ketamine', undefined],
    ['https://a.example/x%3Dy', 'https://a.example/x%3Dy', undefined],
    ['http://127.0.0.1:80/x', 'http://127.0.0.1/x', undefined],
  ])('%s', (text, url, article) => {
    const target = parseTarget(text)
    expect([target.url.href, target.article]).toEqual([url, article])
  })

  it.each(['ftp://a.example/x', 'https://', 'https://a.example/x y z', '', 'javascript:alert(1)'])(
    '%j is no address',
    (text) => {
      expect(() => parseTarget(text)).toThrow(/not an address of a page/)
    },
  )

  it('is a line each', () => {
    const list = parseTargetList(
      '# partners\r\n\nhttps://a.example/x\n  https://b.example/y=sleep  \n',
    )
    expect(list.map(({url, article}) => [url.host, article])).toEqual([
      ['a.example', undefined],
      ['b.example', 'sleep'],
    ])
  })
})
