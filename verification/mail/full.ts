/** Any mail, by a parser that takes all, once its shape leaves clients no choice. */
import PostalMime from 'postal-mime'
import {type Parts} from './strict/read.ts'
import {structureReason} from './structure.ts'

/** The texts of its two parts, or why it is not to be read. */
export const readFully = async (message: string): Promise<Parts | string> => {
  const structure = structureReason(message)
  if (structure !== undefined) return structure
  // Stryker disable next-line StringLiteral: without a part, anything in its place is no notice
  const {html = '', text = ''} = await PostalMime.parse(new TextEncoder().encode(message))
  return {text, html}
}
