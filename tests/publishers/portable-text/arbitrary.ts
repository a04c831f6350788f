/** Portable Text as nobody should write it, and as editors do: what a serializer may meet. */
import fc from 'fast-check'

const text = fc.oneof(
  fc.constantFrom(
    'Sleep',
    ' and ',
    '',
    '\n',
    'one\ntwo\n',
    '\n\n',
    '  two  spaces ',
    '<script>alert("1")</script>',
    `it's "5 < 6" & so`,
    '&amp;',
    '\u{1f600} \u{202e}abc',
    '$& $1 $$',
  ),
  fc.string({maxLength: 12}),
)

const key = fc.constantFrom('a', 'b', 'c', '')

const decorator = fc.constantFrom(
  'strong',
  'em',
  'code',
  'underline',
  'strike-through',
  'sub',
  'wavy',
  'constructor',
)
/** Annotations by their keys, `lost` being one that no definition has. */
const annotation = fc.constantFrom('link-1', 'link-2', 'note-1', 'lost', '', '__proto__')

const marks = fc.oneof(
  {weight: 3, arbitrary: fc.array(decorator, {maxLength: 2})},
  {weight: 3, arbitrary: fc.array(fc.oneof(decorator, annotation), {maxLength: 4})},
  {weight: 1, arbitrary: fc.constantFrom('strong', [1], null)},
)

const span = fc.record(
  {
    _type: fc.constant('span'),
    _key: key,
    text: fc.oneof(
      {weight: 30, arbitrary: text},
      {weight: 1, arbitrary: fc.constantFrom(5, null, undefined)},
    ),
    marks,
  },
  {requiredKeys: ['_type', 'text']},
)

const {object} = fc.letrec<{object: Readonly<Record<string, unknown>>}>((tie) => ({
  object: fc.record(
    {
      _type: fc.constantFrom('citation', 'figure', 'unknown', 'span', 'toString', '@text', 'block'),
      _key: key,
      text: text,
      children: fc.oneof(
        {maxDepth: 2},
        fc.constant([]),
        fc.array(fc.oneof(span, tie('object')), {maxLength: 2}),
      ),
    },
    {requiredKeys: ['_type']},
  ),
}))

const toolkitNode = fc.oneof(
  fc.record({_type: fc.constant('@text'), text}),
  fc.record({
    _type: fc.constant('@span'),
    markType: decorator,
    markKey: key,
    children: fc.array(fc.record({_type: fc.constant('@text'), text}), {maxLength: 2}),
  }),
)

const noNode = fc.constantFrom<unknown>(undefined, 5, 'text', {text: 'no type'}, null)

const child = fc.oneof(
  {weight: 40, arbitrary: span},
  {weight: 8, arbitrary: object},
  {weight: 1, arbitrary: toolkitNode},
  {weight: 1, arbitrary: noNode},
)

const DEFINITIONS = [
  {_type: 'link', _key: 'link-1', href: 'https://other.example/?a=1&b="2"'},
  {_type: 'link', _key: 'link-2', href: 'javascript:alert(1)'},
  {_type: 'note', _key: 'note-1', words: 'a note'},
  {_type: 'link', _key: '', href: '/'},
  {_type: 'link', _key: '__proto__', href: 'sms:988'},
] as const

const definitions = fc.oneof(
  {weight: 8, arbitrary: fc.subarray([...DEFINITIONS])},
  {weight: 1, arbitrary: fc.constantFrom<unknown>(null, {}, [{_type: 'link'}], [null])},
)

const level = fc.oneof(
  {weight: 8, arbitrary: fc.integer({min: 1, max: 4})},
  {weight: 1, arbitrary: fc.constantFrom(0, -1, 1.5, Number.NaN, '2')},
)

const block = fc.record(
  {
    _type: fc.constantFrom('block', 'block', 'block', 'paragraph'),
    _key: key,
    style: fc.oneof(
      {weight: 3, arbitrary: fc.constant('normal')},
      {weight: 1, arbitrary: fc.constantFrom('h1', 'h3', 'blockquote', 'poem', '', 'valueOf')},
    ),
    listItem: fc.oneof(
      {weight: 8, arbitrary: fc.constantFrom('bullet', 'number')},
      {weight: 1, arbitrary: fc.constantFrom('square', 'normal', '', 5, 'constructor')},
    ),
    level,
    markDefs: definitions,
    children: fc.oneof(
      {weight: 20, arbitrary: fc.array(child, {maxLength: 6})},
      {weight: 1, arbitrary: fc.constantFrom<unknown>('text', null, {})},
    ),
  },
  {requiredKeys: ['_type', 'children']},
)

/** Many spans and few marks, so that they overlap. */
const marked = fc.record({
  _type: fc.constant('block'),
  markDefs: fc.constant(DEFINITIONS),
  children: fc.array(
    fc.record({
      _type: fc.constant('span'),
      text,
      marks: fc.array(
        fc.constantFrom('strong', 'em', 'underline', 'sub', 'link-1', 'link-2', 'note-1', ''),
        {maxLength: 3},
      ),
    }),
    {minLength: 3, maxLength: 8},
  ),
})

/** Of the same few kinds one after another, so that lists grow deep. */
const item = fc.record(
  {
    _type: fc.constant('block'),
    _key: key,
    style: fc.constantFrom('normal', 'normal', 'h3'),
    listItem: fc.constantFrom('bullet', 'number'),
    level: fc.integer({min: 1, max: 4}),
    children: fc.array(span, {maxLength: 2}),
  },
  {requiredKeys: ['_type', 'children', 'listItem']},
)

const list = fc.record({
  _type: fc.constant('@list'),
  _key: key,
  mode: fc.constant('html'),
  level: fc.constant(1),
  listItem: fc.constantFrom('bullet', 'square'),
  children: fc.array(item, {maxLength: 2}),
})

/** Nodes as parsed JSON may hold them; what is no node at all is among them. */
export const portableText = fc.array(
  fc.oneof(
    {weight: 10, arbitrary: block},
    {weight: 10, arbitrary: item},
    {weight: 5, arbitrary: marked},
    {weight: 3, arbitrary: object},
    {weight: 1, arbitrary: list},
    {weight: 1, arbitrary: toolkitNode},
    {weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, false, {}, {_type: 5})},
  ),
  {maxLength: 8},
)
