/** Bodies that may not be published. */
import {block, cited, helpline, reference, warning} from '../documents.ts'
import {body, type Row, spanWith} from './row.ts'

export const BODY: readonly Row[] = [
  ['a body without a word', spanWith('  '), 'section-a body MISSING'],
  [
    'an unknown block',
    body({_type: 'video', _key: 'v'}),
    'section-a body[_key=="v"] UNKNOWN_BLOCK',
  ],
  ['a block of no type', body(block('a'), {_key: 'n'}), 'section-a body[_key=="n"] WRONG_TYPE'],
  ['a block without a key', body(block('a'), {_type: 'video'}), 'section-a body[1] UNKNOWN_BLOCK'],
  [
    'a block named like an object',
    body({_type: 'constructor', _key: 'v'}),
    'section-a body[_key=="v"] UNKNOWN_BLOCK',
  ],
  [
    'an unknown style',
    body(block('a', {style: 'h1'})),
    'section-a body[_key=="b1"].style UNKNOWN_STYLE',
  ],
  [
    'an unknown list',
    body(block('a', {listItem: 'tick'})),
    'section-a body[_key=="b1"].listItem UNKNOWN_LIST',
  ],
  [
    '10,000 list levels',
    body(block('a', {listItem: 'bullet', level: 10_000})),
    'section-a body[_key=="b1"].level LIST_TOO_DEEP',
  ],
  [
    'a level of a half',
    body(block('a', {listItem: 'bullet', level: 1.5})),
    'section-a body[_key=="b1"].level WRONG_TYPE',
  ],
  [
    'an unknown mark',
    body(block('', {children: [{_type: 'span', _key: 's', text: 'a', marks: ['blink']}]})),
    'section-a body[_key=="b1"].children[_key=="s"].marks[0] UNKNOWN_MARK',
  ],
  [
    'an unknown annotation',
    body(block('a', {markDefs: [{_type: 'comment', _key: 'm'}]})),
    'section-a body[_key=="b1"].markDefs[_key=="m"] UNKNOWN_MARK',
  ],
  [
    'an unknown inline object',
    body(block('a', {children: [{_type: 'emoji', _key: 'e'}]})),
    'section-a body[_key=="b1"].children[_key=="e"] UNKNOWN_BLOCK',
  ],
  ['a block key twice', body(block('a'), block('b')), 'section-a body DUPLICATE_KEY'],
  ['an override left open', spanWith('a\u202eb'), 'section-a body[_key=="b1"] BIDI_UNCLOSED'],
  [
    'text that is a number',
    body(block('', {children: [{_type: 'span', _key: 's', text: 7}]})),
    'section-a body[_key=="b1"].children[_key=="s"].text WRONG_TYPE',
  ],
  ['2 MB in one section', spanWith('word '.repeat(400_000)), 'section-a body SECTION_TOO_LONG'],
  [
    'a citation of nothing',
    body(block('', {children: [{_type: 'citation', _key: 'c', sources: []}]})),
    'section-a body[_key=="b1"].children[_key=="c"].sources MISSING',
  ],
  [
    'a citation of nobody',
    body(cited('a', 'source-x')),
    'section-a body[_key=="cites-source-x"].children[_key=="c1"].sources[_key=="to-source-x"] DANGLING_REFERENCE',
  ],
  [
    'a call-out inside a call-out',
    [
      ...body({_type: 'warningRef', _key: 'w', warning: reference('warning-a')}),
      warning({body: [{_type: 'warningRef', _key: 'w', warning: reference('warning-a')}]}),
    ],
    'warning-a body[_key=="w"] REFERENCE_CYCLE',
  ],
  [
    'a figure without alt',
    body({_type: 'figure', _key: 'f', image: {}}),
    'section-a body[_key=="f"].alt MISSING',
  ],
  [
    'a table without rows',
    body({_type: 'table', _key: 't', rows: []}),
    'section-a body[_key=="t"].rows MISSING',
  ],
  [
    'a line break in a cell',
    body({_type: 'table', _key: 't', rows: [{_key: 'r', cells: ['a\nb']}]}),
    'section-a body[_key=="t"].rows[_key=="r"].cells[0] NOT_ONE_LINE',
  ],
  [
    'a retired line',
    [
      ...body({_type: 'helplineRef', _key: 'h', helpline: reference('helpline-us-988')}),
      helpline({retiredAt: '2022-07-16', replacedBy: reference('helpline-new')}),
      helpline({_id: 'helpline-new'}),
    ],
    'section-a body[_key=="h"].helpline HELPLINE_RETIRED',
  ],
  [
    'a line nobody verified',
    [
      ...body({_type: 'helplineRef', _key: 'h', helpline: reference('helpline-us-988')}),
      helpline({verifiedAt: '2025-11-01'}),
    ],
    'section-a body[_key=="h"].helpline HELPLINE_EXPIRED',
  ],
]
