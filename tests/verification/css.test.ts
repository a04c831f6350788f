import {describe, expect, it} from 'vitest'
import {contrast} from '../../verification/html/contrast.ts'
import {isCustom, leavesVisible, staysInPlace} from '../../verification/html/declarations.ts'
import {memo} from '../../verification/html/memo.ts'
import {parseInline, parseSheet, UnreadableCss} from '../../verification/html/stylesheet.ts'
import {
  either,
  isColor,
  isLine,
  lengths,
  number,
  oneOf,
  pixels,
} from '../../verification/html/values.ts'

/** `[passes, does not]`. */
type Pair = readonly [readonly string[], readonly string[]]

/** Values of which the test says the opposite. */
const misjudged = (test: (value: string) => boolean, [yes, no]: Pair): readonly string[] => [
  ...yes.filter((value) => !test(value)),
  ...no.filter((value) => test(value)),
]

describe('CSS values', () => {
  it('in pixels', () => {
    expect(['0', '4px', '1.5rem', '.5em', '3pt', '+2px', '-2px', '12.px'].map(pixels)).toEqual([
      0, 4, 24, 8, 4, 2, -2, 12,
    ])
    for (const value of [
      '',
      '4',
      'px',
      '4 px',
      '4vh',
      '4%',
      'x4px',
      '4px;',
      '1e3px',
      '-px',
      '1..2px',
    ]) {
      expect(pixels(value), value).toBe(undefined)
    }
  })

  it('as lengths within bounds', () => {
    expect(
      misjudged(lengths(0, 64, 'auto'), [
        ['0', '64px', '4rem', '1px 2px 3px 4px', '0 auto'],
        ['-1px', '65px', '1px 65px', '65px 1px', 'auto none', '', '1px,2px', '10%'],
      ]),
    ).toEqual([])
    expect(misjudged(lengths(0, 64), [['0'], ['auto']])).toEqual([])
  })

  it('as numbers within bounds', () => {
    expect(
      misjudged(number(1.1, 3), [
        ['1.1', '3', '2', '1.65'],
        ['1', '3.1', '2%', '2px', '', 'x', '-2', '+2'],
      ]),
    ).toEqual([])
    expect(
      misjudged(number(90, 150, '%'), [
        ['90%', '150%', '112.5%'],
        ['89%', '151%', '100', '%', '100%%'],
      ]),
    ).toEqual([])
  })

  it('as colours and lines', () => {
    expect(
      misjudged(isColor, [
        ['#fff', '#14424d', '#000'],
        ['fff', '#ffff', '#14424d80', '#ggg', 'white', 'rgb(0,0,0)', '#fff #000', 'x#fff'],
      ]),
    ).toEqual([])
    expect(
      misjudged(isLine, [
        ['0', 'none', '1px solid #fff', '8px solid #123456', '#fff'],
        ['9px', '-1px', '1px solid red', '1px dashed #fff', '9px solid #fff', ''],
      ]),
    ).toEqual([])
    expect(
      misjudged(oneOf('a', 'b'), [
        ['a', 'b'],
        ['', 'c', 'ab'],
      ]),
    ).toEqual([])
    expect(misjudged(either(oneOf('a'), oneOf('b')), [['a', 'b'], ['c']])).toEqual([])
  })
})

describe('CSS that leaves a notice in view', () => {
  const near: Readonly<Record<string, Pair>> = {
    background: [['#fff'], ['none', 'url(x)', 'transparent']],
    'background-color': [['#fff'], ['inherit']],
    border: [['2px solid #fff'], ['9px solid #fff']],
    'border-radius': [
      ['24px', '.875rem', '0'],
      ['25px', '-1px', '50%'],
    ],
    'box-sizing': [['border-box'], []],
    color: [['#fff'], ['inherit', 'currentcolor', 'transparent', 'var(--x)']],
    display: [
      ['block', 'inline', 'inline-block', 'grid'],
      ['none', 'contents', 'flex', 'table', 'inline-flex', ''],
    ],
    'font-family': [['serif'], []],
    'font-size': [
      ['10px', '64px', '1rem', '90%', '150%', '10.5pt'],
      ['9px', '65px', '1em', '.9em', '89%', '151%', '0', 'smaller', 'calc(1rem)', '1vw'],
    ],
    'grid-column': [['2'], ['1', '3', '1/-1']],
    'grid-template-columns': [
      ['minmax(0,1fr) minmax(0,41rem) minmax(0,1fr)'],
      ['1fr 1fr', '0 1fr', 'none'],
    ],
    'line-height': [
      ['1.1', '3', '16px', '64px'],
      ['1', '0', '15px', '65px', '100%', 'normal'],
    ],
    margin: [
      ['0', '64px', '0 auto'],
      ['-1px', '65px', '10%'],
    ],
    'margin-inline-end': [['1rem'], ['-1rem']],
    'margin-left': [['1rem'], ['-1rem']],
    'max-width': [
      ['280px', '41rem'],
      ['279px', '10%', 'none', '0'],
    ],
    'min-height': [
      ['0', '2.75rem'],
      ['65px', '100vh'],
    ],
    outline: [['0', '3px solid #fff'], ['9px solid #fff']],
    overflow: [['hidden'], ['auto', 'clip', 'scroll']],
    padding: [
      ['0', '64px'],
      ['65px', '-1px', 'auto'],
    ],
    'padding-block-start': [['1.5rem'], ['65px']],
  }

  for (const [property, pair] of Object.entries(near)) {
    it(`knows ${property}`, () => {
      expect(misjudged((value) => leavesVisible(property, value), pair)).toEqual([])
    })
  }

  it('is none that is not listed', () => {
    const unlisted = ['', 'all', 'position', 'transform', 'height', 'width', 'opacity', 'top']
    const inherited = ['constructor', 'tostring', 'toString', '__proto__']
    for (const property of [...unlisted, ...inherited]) {
      expect(leavesVisible(property, '0'), property).toBe(false)
      expect(leavesVisible(property, 'none'), property).toBe(false)
    }
  })

  it('may be a custom property, which does nothing by itself', () => {
    expect(isCustom('--ink')).toBe(true)
    expect(isCustom('-webkit-mask')).toBe(false)
    expect(leavesVisible('--ink', 'anything')).toBe(true)
    expect(staysInPlace('--ink', 'anything')).toBe(true)
  })
})

describe('CSS that leaves other things in their place', () => {
  const far: Readonly<Record<string, Pair>> = {
    content: [['" ("attr(href) ")"', 'none'], []],
    display: [['none', 'flex', 'grid', 'contents'], []],
    visibility: [['hidden'], []],
    'font-size': [
      ['0', '.72em', '64px', '50%', '150%'],
      ['65px', '49%', '151%', '-1px'],
    ],
    gap: [
      ['0', '64px', '0 1rem'],
      ['65px', '-2px'],
    ],
    'letter-spacing': [
      ['-.01em', '1px'],
      ['-2px', '65px'],
    ],
    height: [['auto'], ['0', '100vh', '10px']],
    'inset-block-start': [
      ['0', '2rem'],
      ['-1px', '65px', 'auto'],
    ],
    'inset-inline-start': [['.75rem'], ['-999rem']],
    top: [['0'], ['-1px']],
    'line-height': [
      ['0', '3', '1px', '64px'],
      ['3.1', '65px', '-1'],
    ],
    margin: [
      ['-12px', '64px', 'auto'],
      ['-13px', '65px'],
    ],
    'margin-block-start': [['-12px'], ['-13px']],
    padding: [['64px'], ['65px', '-1px']],
    position: [
      ['static', 'relative'],
      ['absolute', 'fixed', 'sticky'],
    ],
    width: [
      ['auto', '100%', '600px', '0'],
      ['601px', '-1px', '100vw', '50%'],
    ],
    'max-width': [['0', '72rem'], []],
    transform: [[], ['none', 'scale(1)']],
    'box-shadow': [[], ['0 0 0 9999px #fff', 'none']],
    float: [[], ['left']],
    'z-index': [[], ['1']],
    'grid-row': [[], ['1']],
    bottom: [[], ['0']],
    isolation: [[], ['isolate']],
  }

  for (const [property, pair] of Object.entries(far)) {
    it(`knows ${property}`, () => {
      expect(misjudged((value) => staysInPlace(property, value), pair)).toEqual([])
    })
  }
})

describe('contrast', () => {
  it('is that of WCAG 2.2, whichever comes first', () => {
    const known: readonly (readonly [string, string, number])[] = [
      ['#000', '#fff', 21],
      ['#fff', '#ffffff', 1],
      ['#777', '#fff', 4.48],
      ['#767676', '#fff', 4.54],
      ['#f00', '#fff', 4],
      ['#00f', '#fff', 8.59],
      ['#0f0', '#fff', 1.37],
      ['#0a0a0a', '#000', 1.06],
      ['#0b0b0b', '#000', 1.07],
    ]
    for (const [one, other, ratio] of known) {
      expect(contrast(one, other), `${one} ${other}`).toBeCloseTo(ratio, 1)
      expect(contrast(other, one), `${other} ${one}`).toBe(contrast(one, other))
    }
    expect(contrast('#0a0a0a', '#000')).toBeCloseTo(1.0607, 4)
    expect(contrast('#777777', '#fff')).toBe(contrast('#777', '#fff'))
  })
})

describe('style sheets', () => {
  it('come apart into rules of one selector, with what they depend on', () => {
    const rules = parseSheet(
      '/* x */ @page{margin:2cm} a , .b:hover #c > d[e]::before{COLOR : #FFF} @media print{*{margin:0}}',
    )
    const plain = rules.map(({selector, states, pseudo, specificity, media, declarations}) => ({
      selector,
      states,
      pseudo,
      specificity,
      media,
      declarations,
    }))
    const white = [{property: 'color', value: '#fff'}]
    expect(plain).toEqual([
      {selector: 'a', states: [], pseudo: false, specificity: 1, media: [], declarations: white},
      {
        selector: '.b:hover #c>d[e]::before',
        states: [':hover'],
        pseudo: true,
        specificity: 1_003_001,
        media: [],
        declarations: white,
      },
      {
        selector: '*',
        states: [],
        pseudo: false,
        specificity: 0,
        media: ['@media print'],
        declarations: [{property: 'margin', value: '0'}],
      },
    ])
    expect(parseSheet('')).toEqual([])
    expect(parseSheet('/*! kept */')).toEqual([])
    expect(parseSheet(':root{--a: #fff }')[0]?.declarations).toEqual([
      {property: '--a', value: '#fff'},
    ])
  })

  it('have escapes that are read as browsers read them', () => {
    expect(parseInline('displ\\61y:n\\6fne')).toEqual([{property: 'display', value: 'none'}])
    expect(parseInline('')).toEqual([])
    expect(parseInline(' margin : 0 ; padding:1px 2px;')).toEqual([
      {property: 'margin', value: '0'},
      {property: 'padding', value: '1px 2px'},
    ])
  })

  const UNREADABLE = [
    '@import "x.css";',
    '@media print{@media screen{a{margin:0}}}',
    '@media print{@import "x";}',
    '@media;',
    '@media print;',
    '@media{a{margin:0}}',
    ':root{--Ink:#fff}',
    '@charset "utf-8";',
    '@supports (display:grid){a{margin:0}}',
    'a{margin:0!important}',
    'a{& b{margin:0}}',
    'a{@media print{margin:0}}',
    'a{margin}',
    'a{margin:0',
    '} a{margin:0}',
    'a{{}}',
    '<!-- a{margin:0} -->',
    '::{margin:0}',
    ',{margin:0}',
  ]
  for (const css of UNREADABLE.filter((each) => each !== 'a{margin:0')) {
    it(`are not read: ${css}`, () => {
      expect(() => parseSheet(css)).toThrow(UnreadableCss)
    })
  }

  it('nor style attributes with anything but declarations', () => {
    for (const css of ['margin', '{}', 'a{margin:0}', 'margin:0!important', '@media print{}']) {
      expect(() => parseInline(css), css).toThrow(UnreadableCss)
    }
  })
})

describe('memo', () => {
  it('reads each text once, and begins anew when it is full', () => {
    const seen: string[] = []
    const read = memo((text) => {
      seen.push(text)
      if (text === 'bad') throw new Error('bad')
      return text === 'none' ? undefined : text.length
    }, 3)
    expect(['a', 'bb', 'a', 'none', 'none', 'bb'].map(read)).toEqual([
      1,
      2,
      1,
      undefined,
      undefined,
      2,
    ])
    expect(seen).toEqual(['a', 'bb', 'none'])
    expect(() => read('bad')).toThrow('bad')
    expect(() => read('bad')).toThrow('bad')
    expect(seen.slice(3)).toEqual(['bad', 'bad'])
    read('dddd')
    read('dddd')
    read('a')
    expect(seen.slice(5)).toEqual(['dddd', 'a'])
  })
})
