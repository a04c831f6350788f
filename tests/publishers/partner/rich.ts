/** A publication that holds every kind of block, mark and optional field. */
import type {Article, PortableNode} from '../../../content/model.ts'
import {Publication} from '../../../crisis-notice/policy.ts'
import * as model from '../../support/model.ts'

const body: readonly PortableNode[] = [
  model.block('', {
    markDefs: [
      {_type: 'link', _key: 'path', href: '/sleep/'},
      {_type: 'link', _key: 'call', href: 'tel:988'},
    ],
    children: [
      {_type: 'span', _key: '1', text: 'See ', marks: []},
      {_type: 'span', _key: '2', text: 'sleep', marks: ['path', 'strong']},
      {_type: 'span', _key: '3', text: ' or ', marks: ['em']},
      {_type: 'span', _key: '4', text: 'call <988> & "talk"', marks: ['call']},
      {_type: 'citation', _key: '5', sources: ['source-a']},
      {_type: 'span', _key: '6', text: '. H', marks: []},
      {_type: 'span', _key: '7', text: '2', marks: ['sub']},
      {_type: 'span', _key: '8', text: 'O, 10', marks: []},
      {_type: 'span', _key: '9', text: '6', marks: ['sup']},
    ],
  }),
  model.block('Heading', {style: 'h3'}),
  model.block('Smaller', {style: 'h4'}),
  model.block('Quote', {style: 'blockquote'}),
  model.block('one', {listItem: 'number'}),
  model.block('deep', {listItem: 'bullet', level: 2}),
  {
    _type: 'figure',
    _key: 'f',
    image: {url: 'assets/abc.png', alt: 'x', width: 10, height: 20},
    alt: 'A "hand"',
    caption: 'Hold on.',
  },
  {
    _type: 'table',
    _key: 't',
    header: true,
    rows: [{cells: ['Drug', 'Dose']}, {cells: ['Ketamine', '0.5']}],
    caption: 'Doses',
  },
  {_type: 'helplineRef', _key: 'h', helpline: model.helpline()},
  {_type: 'warningRef', _key: 'w', warning: model.warning()},
]

export const richArticle = (over: Partial<Article> = {}): Article =>
  model.article({
    topics: ['depression', 'substance-use'],
    heroImage: {url: 'https://cdn.example/hero.png', alt: 'Hills'},
    reviewer: {
      id: 'contributor-board',
      revision: 'r1',
      kind: 'organization',
      name: 'Review board',
      role: 'Medical review',
      bio: [],
      url: 'https://health.example/board/',
    },
    updatedAt: '2026-04-01T09:00:00Z',
    opening: body,
    sections: [model.section('All of it', body)],
    warnings: [model.warning({body})],
    corrections: [{date: '2026-04-01', note: 'The dose was wrong.'}],
    references: [{number: 1, source: model.source({url: 'https://trial.example/1'})}],
    ...over,
  })

export const richPublication = (over: Partial<Article> = {}): Publication =>
  Publication.create({
    site: model.site(),
    book: model.noticeBook(),
    article: richArticle(over),
    country: 'US',
    translations: [],
  })
