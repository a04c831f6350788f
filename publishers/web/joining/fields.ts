/** The parts of a form, each with its label, as HTML. */
import {attribute, escapeHtml} from '../../html/escape.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly isChosen: boolean
}

const hintHtml = (id: string, hint: string | undefined): string =>
  hint === undefined ? '' : `<p class="hint" id="${id}">${escapeHtml(hint)}</p>\n`

export interface TextField {
  readonly name: string
  readonly type: 'email' | 'tel'
  readonly label: string
  readonly hint?: string
}

/** `autocomplete` by the field's type (HTML, 4.10.18.7), so that a phone fills it in (WCAG 1.3.5). */
export const textField = ({name, type, label, hint}: TextField): string => {
  const describedBy = hint === undefined ? undefined : `${name}-hint`
  return `<div class="field">
<label class="label" for="${name}">${escapeHtml(label)}</label>
${hintHtml(`${name}-hint`, hint)}<input type="${type}" id="${name}" name="${name}" autocomplete="${type}" dir="ltr"${attribute('aria-describedby', describedBy)}>
</div>`
}

export interface Choices {
  readonly name: string
  readonly type: 'radio' | 'checkbox'
  readonly legend: string
  readonly hint?: string
  readonly choices: readonly Choice[]
}

export const choice = (
  type: Choices['type'],
  name: string,
  {value, label, isChosen}: Choice,
): string =>
  `<label class="choice"><input type="${type}" name="${name}"${attribute('value', value)}${isChosen ? ' checked' : ''}> ${escapeHtml(label)}</label>`

export const choices = ({name, type, legend, hint, choices: all}: Choices): string =>
  `<fieldset>
<legend>${escapeHtml(legend)}</legend>
${hintHtml(`${name}-hint`, hint)}<div class="choices">
${all.map((each) => choice(type, name, each)).join('\n')}
</div>
</fieldset>`

export const button = (label: string): string =>
  `<button type="submit">${escapeHtml(label)}</button>`
