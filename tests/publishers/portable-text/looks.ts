/** Components by name: to-html's own, the channels', and such as a stranger may write. */
import type {NodeRenderer} from '@portabletext/to-html'
import {sidesOf} from '../../../publishers/email/style.ts'
import {blockHtml} from '../../../publishers/email/blocks.ts'
import {semanticComponents} from '../../../publishers/html/semantic.ts'
import * as make from '../../support/model.ts'
import type {Components} from './trace.ts'

interface Given {
  readonly children?: string
  readonly renderNode: NodeRenderer
}

/** Writes down every call with all it was given. */
const recorder =
  (calls: unknown[]) =>
  (name: string) =>
  ({renderNode: _renderNode, ...given}: Given): string => {
    calls.push([name, given])
    return `<${name}>${given.children ?? ''}</${name}>`
  }

const semantic = semanticComponents({
  language: 'en',
  noticeLanguage: 'en',
  href: (href) => href,
  imageUrl: ({url}) => url,
  citation: () => '<sup>1</sup>',
})

const {components: mail} = blockHtml({
  site: make.site(),
  language: 'en',
  noticeLanguage: 'en',
  numbers: () => [1],
  sides: sidesOf('ltr'),
})

export const LOOKS: Readonly<Record<string, Components>> = {
  'to-html’s own': () => ({}),
  'web and partners': () => semantic,
  mail: () => mail,
  recorded: (calls) => {
    const record = recorder(calls)
    return {
      types: {citation: record('citation'), unknown: record('strange')},
      marks: {strong: record('strong'), wavy: record('wavy'), link: record('link')},
      block: {normal: record('normal'), h3: record('h3')},
      list: {bullet: record('bullets')},
      listItem: {number: record('numbered')},
      unknownType: record('no-type'),
      unknownMark: record('no-mark'),
      unknownBlockStyle: record('no-style'),
      unknownList: record('no-list'),
      unknownListItem: record('no-item'),
      hardBreak: () => {
        calls.push('break')
        return '<br>'
      },
      escapeHTML: (text) => {
        calls.push(text)
        return `[${text}]`
      },
    }
  },
  'one function for all': (calls) => {
    const record = recorder(calls)
    return {
      block: record('block'),
      list: record('list'),
      listItem: record('item'),
      hardBreak: false,
    }
  },
  'one that renders by itself': () => ({
    block: ({value, renderNode, children}) =>
      `<div>${value.children.map((node, index) => renderNode({node, index, isInline: true, renderNode})).join('|')}${children}</div>`,
    list: ({value, renderNode}) =>
      value.children
        .map((node, index) => renderNode({node, index: index + 1, isInline: true, renderNode}))
        .join('|'),
    types: {
      citation: ({value: {_key, ...value}, index, renderNode}) =>
        `${index}${renderNode({node: {...value, _type: 'unknown'}, index, isInline: false, renderNode})}`,
    },
  }),
}
