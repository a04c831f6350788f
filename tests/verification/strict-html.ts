/** Every piece of HTML of the example dataset, as the gate gets it. */
import PostalMime from 'postal-mime'
import {isRecord, parseJson} from '../../verification/json.ts'
import {real} from './example.ts'

export interface Piece {
  readonly path: string
  readonly html: string
  readonly doctype: boolean
}

const partnerPieces = (path: string, json: string): readonly Piece[] => {
  const value = parseJson(json)
  const fields = isRecord(value) ? value : {}
  const notice = fields['crisisNotice']
  return [fields['html'], isRecord(notice) ? notice['html'] : undefined].flatMap((html) =>
    typeof html === 'string' ? [{path, html, doctype: false}] : [],
  )
}

export const pieces: readonly Piece[] = [
  ...real('page').map(({output: {path, text}}) => ({path, html: text, doctype: true})),
  ...(await Promise.all(
    real('mail').map(async ({output: {path, text}}) => {
      const {html = ''} = await PostalMime.parse(text)
      return {path, html, doctype: true}
    }),
  )),
  ...real('partnerArticle').flatMap(({output: {path, text}}) => partnerPieces(path, text)),
]
