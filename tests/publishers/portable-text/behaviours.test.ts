/** What to-html says of itself, case by case: the HTML is written out here, and both must give it. */
import {type PortableTextComponents, toHTML} from '@portabletext/to-html'
import {describe, expect, test, vi} from 'vitest'
import type {Node} from '../../../publishers/html/portable-text/nodes.ts'
import {toHtml} from '../../../publishers/html/portable-text/serializer.ts'

type Free = Node & Readonly<Record<string, unknown>>

interface Case {
  readonly nodes: Free | Free[]
  readonly components?: PortableTextComponents
  readonly html: string
}

const span = (text: string, ...marks: readonly string[]) => ({
  _type: 'span',
  text,
  marks: [...marks],
})
const block = (children: readonly Free[], more: object = {}) => ({
  _type: 'block',
  markDefs: [],
  children: [...children],
  ...more,
})
const paragraph = (...texts: readonly string[]) => block(texts.map((text) => span(text)))
const item = (text: string, listItem: string, level?: number) =>
  block([span(text)], {listItem, ...(level !== undefined && {level})})
const linked = (href?: string) =>
  block([span('here', 'l')], {
    markDefs: [{_type: 'link', _key: 'l', ...(href !== undefined && {href})}],
  })

const CASES: Readonly<Record<string, Case>> = {
  'nothing is nothing': {nodes: [], html: ''},
  'one block needs no array': {nodes: paragraph('Hi'), html: '<p>Hi</p>'},
  'spans follow one another': {
    nodes: [paragraph('a', 'b'), paragraph('c')],
    html: '<p>ab</p><p>c</p>',
  },
  'a block without children is empty': {nodes: [block([])], html: '<p></p>'},
  'a block needs no markDefs': {
    nodes: [{_type: 'block', children: [span('a', 'em')]}],
    html: '<p><em>a</em></p>',
  },
  'a span needs no marks': {
    nodes: [block([{_type: 'span', text: 'a'}])],
    html: '<p>a</p>',
  },
  'styles are elements': {
    nodes: ['h1', 'h6', 'blockquote', 'normal'].map((style) => block([span(style)], {style})),
    html: '<h1>h1</h1><h6>h6</h6><blockquote>blockquote</blockquote><p>normal</p>',
  },
  'decorators are elements': {
    nodes: [
      block(
        ['strong', 'em', 'code', 'underline', 'strike-through'].map((mark) => span(mark, mark)),
      ),
    ],
    html: '<p><strong>strong</strong><em>em</em><code>code</code><span style="text-decoration:underline">underline</span><del>strike-through</del></p>',
  },
  'a mark that goes on stays open': {
    nodes: [block([span('a', 'em'), span('b', 'strong', 'em'), span('c', 'em')])],
    html: '<p><em>a<strong>b</strong>c</em></p>',
  },
  'what reaches further is outside': {
    nodes: [block([span('a', 'em', 'strong'), span('b', 'strong')])],
    html: '<p><strong><em>a</em>b</strong></p>',
  },
  'a link is outside of decorators': {
    nodes: [block([span('a', 'em', 'l')], {markDefs: [{_type: 'link', _key: 'l', href: '#a'}]})],
    html: '<p><a href="#a"><em>a</em></a></p>',
  },
  'an inline object ends all marks': {
    nodes: [block([span('a', 'em'), {_type: 'box'}, span('b', 'em')])],
    components: {types: {box: ({isInline, index}) => `[${isInline} ${index}]`}},
    html: '<p><em>a</em>[true 1]<em>b</em></p>',
  },
  'addresses that look safe are links': {
    nodes: ['https://a.example/?b=1&c="2"', 'mailto:a@b.example', 'tel:1', '/a', '#a'].map(linked),
    html: '<p><a href="https://a.example/?b=1&amp;c=&quot;2&quot;">here</a></p><p><a href="mailto:a@b.example">here</a></p><p><a href="tel:1">here</a></p><p><a href="/a">here</a></p><p><a href="#a">here</a></p>',
  },
  'others leave their words': {
    nodes: [linked('javascript:alert(1)'), linked('sms:988')],
    html: '<p>here</p><p>here</p>',
  },
  'text is escaped': {
    nodes: [paragraph(`<b> & "c" 'd'`)],
    html: '<p>&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;</p>',
  },
  'spaces keep their width': {
    nodes: [paragraph('a  b   <')],
    html: '<p>a&nbsp; b&nbsp;&nbsp; &lt;</p>',
  },
  'a line break is an element': {nodes: [paragraph('a\nb\n')], html: '<p>a<br/>b<br/></p>'},
  'or one of one’s own': {
    nodes: [paragraph('a\nb')],
    components: {hardBreak: () => '<hr>'},
    html: '<p>a<hr>b</p>',
  },
  'or stays what it is': {
    nodes: [paragraph('a\nb')],
    components: {hardBreak: false},
    html: '<p>a\nb</p>',
  },
  'items make a list': {
    nodes: [item('a', 'bullet'), item('b', 'bullet', 1), paragraph('c'), item('d', 'number', 1)],
    html: '<ul><li>a</li><li>b</li></ul><p>c</p><ol><li>d</li></ol>',
  },
  'deeper items hang in the last': {
    nodes: [item('a', 'bullet', 1), item('b', 'number', 2), item('c', 'bullet', 1)],
    html: '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
  },
  'skipped levels have empty items': {
    nodes: [item('a', 'bullet', 3), item('b', 'bullet', 2)],
    html: '<ul><li><ul><li><ul><li>a</li></ul></li><li>b</li></ul></li></ul>',
  },
  'another kind at the same level is another list': {
    nodes: [item('a', 'bullet', 1), item('b', 'number', 1)],
    html: '<ul><li>a</li></ul><ol><li>b</li></ol>',
  },
  'an item may have a style': {
    nodes: [{...item('a', 'bullet', 1), style: 'h2'}],
    html: '<ul><li><h2>a</h2></li></ul>',
  },
  'a type has its component': {
    nodes: [{_type: 'box', words: 'a'}],
    components: {
      types: {box: ({value, isInline, index}) => `[${value.words} ${isInline} ${index}]`},
    },
    html: '[a false 0]',
  },
  'an annotation has its data': {
    nodes: [block([span('a', 'n')], {markDefs: [{_type: 'note', _key: 'n', words: 'why'}]})],
    components: {
      marks: {
        note: ({value, text, children, markKey, markType}) =>
          `<i title="${value.words} ${text} ${markKey} ${markType}">${children}</i>`,
      },
    },
    html: '<p><i title="why a n note">a</i></p>',
  },
  'a style, a list and an item have theirs': {
    nodes: [block([span('a')], {style: 'h1'}), item('b', 'bullet')],
    components: {
      block: {h1: ({children}) => `<h1 class="a">${children}</h1>`},
      list: {bullet: ({children, value}) => `<ul class="${value.level}">${children}</ul>`},
      listItem: {bullet: ({children, index}) => `<li value="${index}">${children}</li>`},
    },
    html: '<h1 class="a">a</h1><ul class="1"><li value="0">b</li></ul>',
  },
  'or one for all': {
    nodes: [paragraph('a'), item('b', 'square')],
    components: {
      block: ({children}) => `<div>${children}</div>`,
      list: ({children}) => `<menu>${children}</menu>`,
      listItem: ({children}) => `<dd>${children}</dd>`,
    },
    html: '<div>a</div><menu><dd>b</dd></menu>',
  },
  'what has none has a stand-in': {
    nodes: [
      block([span('a', 'wavy"')], {style: 'poem'}),
      item('b', 'square'),
      block([{_type: 'chip'}]),
      {_type: 'box'},
    ],
    html: '<p><span class="unknown__pt__mark__wavy&quot;">a</span></p><ul><li>b</li></ul><p><span style="display:none">Unknown block type &quot;chip&quot;, specify a component for it in the `components.types` option</span></p><div style="display:none">Unknown block type &quot;box&quot;, specify a component for it in the `components.types` option</div>',
  },
  'or one of one’s own, each': {
    nodes: [block([span('a', 'wavy')], {style: 'poem'}), item('b', 'square'), {_type: 'box'}],
    components: {
      unknownMark: ({children, markType}) => `(${markType} ${children})`,
      unknownBlockStyle: ({children}) => `<pre>${children}</pre>`,
      unknownList: ({children, value}) => `{${value.listItem} ${children}}`,
      listItem: {},
      unknownListItem: ({children}) => `[${children}]`,
      unknownType: ({value}) => value._type,
    },
    html: '<pre>(wavy a)</pre>{square [b]}box',
  },
  'a component may render nodes': {
    nodes: [{_type: 'box', inside: [paragraph('a'), item('b', 'bullet')]}],
    components: {
      types: {
        box: ({value, renderNode}) =>
          value.inside
            .map((node: Node, index: number) =>
              renderNode({node, index, isInline: false, renderNode}),
            )
            .join(''),
      },
    },
    html: '<p>a</p><li>b</li>',
  },
}

const silent = {onMissingComponent: false} as const

describe.each(Object.entries(CASES))('%s', (_, {nodes, components = {}, html}) => {
  test('in ours', () => {
    expect(toHtml(nodes, {components, ...silent})).toBe(html)
  })
  test('in toHTML', () => {
    expect(toHTML(nodes, {components, ...silent})).toBe(html)
  })
})

describe('what has no component', () => {
  const nodes = [block([span('a', 'wavy')], {style: 'poem'}), item('b', 'square'), {_type: 'box'}]
  const reported = (render: typeof toHtml | typeof toHTML) => {
    const reports: unknown[] = []
    render(nodes, {
      components: {list: {}, listItem: {}},
      onMissingComponent: (...report) => reports.push(report),
    })
    return reports
  }

  test('is reported with its kind, in the words of to-html', () => {
    expect(reported(toHtml)).toEqual([
      [expect.stringContaining('mark type "wavy"'), {nodeType: 'mark', type: 'wavy'}],
      [expect.stringContaining('block style "poem"'), {nodeType: 'blockStyle', type: 'poem'}],
      [expect.stringContaining('item style "square"'), {nodeType: 'listItemStyle', type: 'square'}],
      [expect.stringContaining('list style "square"'), {nodeType: 'listStyle', type: 'square'}],
      [expect.stringContaining('block type "box"'), {nodeType: 'block', type: 'box'}],
    ])
    expect(reported(toHtml)).toEqual(reported(toHTML))
  })

  test('is warned of when nobody asked', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    toHtml(nodes)
    const ours = warn.mock.calls.map((call) => [...call])
    warn.mockClear()
    toHTML(nodes)
    expect(ours).toHaveLength(4)
    expect(ours).toEqual(warn.mock.calls)
  })
})
