/** One operation of the document as HTML. */
import {escapeHtml} from '../../../publishers/html/escape.ts'
import type {ApiDocument} from '../document/document.ts'

type Paths = NonNullable<ApiDocument['paths']>
type Item = NonNullable<Paths[string]>
export type Operation = NonNullable<Item['get']>
type Parameter = NonNullable<Operation['parameters']>[number]

export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`

/** `Accept: text/html` in prose becomes code. */
export const prose = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escapeHtml(part) : code(part)))
    .join('')

/** What is to be typed. No `<pre>`: the gate knows no page that has one. */
export const block = (text: string): string =>
  `<p class="typed"><code>${text.split('\n').map(escapeHtml).join('<br>')}</code></p>`

export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string => `<div class="table" tabindex="0">
<table>
<thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>
</div>`

const parameterRow = (parameter: Parameter): readonly string[] => {
  if ('$ref' in parameter) return [code(parameter.$ref), '']
  const {name, description, schema} = parameter
  const about =
    description ??
    (schema !== undefined && 'description' in schema ? (schema.description ?? '') : '')
  const preset =
    schema !== undefined && 'default' in schema ? ` ${String(schema.default)} when absent.` : ''
  const range =
    schema !== undefined && 'maximum' in schema
      ? `${String(schema.minimum)} to ${String(schema.maximum)}.`
      : ''
  return [code(name), prose(`${about}${range}${preset}`)]
}

/** With what somebody can try at once, in a language that this site has. */
const exampleOf = (publicUrl: string, path: string, slug: string): string => {
  const filled = path.replace('{slug}', slug).replace('{country}', 'US').replace('{language}', 'en')
  const query = path.endsWith('/articles') ? '?limit=2&fields=title,summary' : ''
  return `curl -H "Authorization: Bearer $KEY" "${publicUrl}${filled}${query}"`
}

export const operationHtml = (
  path: string,
  operation: Operation,
  {publicUrl, slug}: {readonly publicUrl: string; readonly slug: string},
): string => {
  const {operationId = '', summary = '', description = '', parameters = [], responses} = operation
  const answers = Object.entries(responses ?? {}).map(([status, response]) => [
    code(status),
    prose('description' in response ? (response.description ?? '') : ''),
  ])
  return `<section class="operation" id="${escapeHtml(operationId)}">
<h3>${escapeHtml(summary)}</h3>
<p class="path"><span class="verb">GET</span> ${code(path)}</p>
<p>${prose(description)}</p>
${parameters.length === 0 ? '' : `<h4>Parameters</h4>\n${table(['Name', 'What it does'], parameters.map(parameterRow))}`}
<h4>Try it</h4>
${block(exampleOf(publicUrl, path, slug))}
<h4>Answers</h4>
${table(['Status', 'Meaning'], answers)}
</section>`
}
