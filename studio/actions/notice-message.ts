/** The text message of a notice that names an old number, and what is wrong with its new text. */
import {anyScript} from '../../schemas/rules/sms.ts'
import type {Mention} from './numbers-in-words.ts'

export const isNoticeMessage = ({type, field}: Mention): boolean =>
  type === 'crisisNotice' && field === 'smsText'

/** As the schema of a notice has it: septets, or units of a longer alphabet. */
const fits = anyScript(55, 40)

/** What is wrong with a notice's message; undefined when nothing is. `oldNumber`: one that it still names. */
export const smsTextProblem = (text: string, oldNumber: string | undefined): string | undefined => {
  if (oldNumber !== undefined) {
    return `A text message still names ${oldNumber}. Write the new line's number there, and how to use it.`
  }
  if (text.trim() === '') return 'Every text message ends with this, so it cannot be empty.'
  const verdict = fits(text)
  return verdict === true ? undefined : verdict.message
}
