import {describe, expect, it} from 'vitest'
import {absoluteImage, webLinks} from '../../../publishers/web/links.ts'
import {site} from '../../support/model.ts'

const hosted = 'https://cdn.sanity.io/images/p/d/i.png'

describe('links between pages', () => {
  it('are relative, and name the file so that a page from a disk finds it', () => {
    const root = webLinks(site(), '')
    const page = webLinks(site(), 'sleep')
    const deep = webLinks(site(), 'es/sueno')
    expect([root.root, page.root, deep.root]).toEqual(['./', '../', '../../'])
    expect([root.index, page.index, deep.index]).toEqual([
      './index.html',
      '../index.html',
      '../../index.html',
    ])
    expect(deep.help).toBe('../../help/index.html')
    expect(page.page({slug: 'grief', language: 'en'})).toBe('../grief/index.html')
    expect(page.page({slug: 'duelo', language: 'es'})).toBe('../es/duelo/index.html')
  })

  it.each([
    ['/sleep/', '../sleep/index.html'],
    ['/sleep', '../sleep/index.html'],
    ['/sleep#naps', '../sleep/index.html#naps'],
    ['/sleep/?a=b#naps', '../sleep/index.html?a=b#naps'],
    ['/', '../index.html'],
    ['/files/plan.pdf', '../files/plan.pdf'],
    ['/files/plan.pdf#page=2', '../files/plan.pdf#page=2'],
    ['https://other.example/sleep', 'https://other.example/sleep'],
    ['tel:988', 'tel:988'],
  ])('%s becomes %s', (href, expected) => {
    expect(webLinks(site(), 'grief').href(href)).toBe(expected)
  })

  it('images lie beside the pages, or are hosted', () => {
    const {image} = webLinks(site(), 'es/sueno')
    expect(image({url: 'assets/a.png', alt: ''})).toBe('../../assets/a.png')
    expect(image({url: hosted, alt: ''})).toBe(hosted)
    expect(absoluteImage(site(), {url: 'assets/a.png', alt: ''})).toBe(
      'https://health.example/assets/a.png',
    )
    expect(absoluteImage(site(), {url: hosted, alt: ''})).toBe(hosted)
  })
})
