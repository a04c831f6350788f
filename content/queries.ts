/** GROQ that the product sends. TypeGen reads these and types their results. */
import {defineQuery} from 'groq'

/** A few documents as they are published now. */
export const DOCUMENTS_BY_ID = defineQuery('*[_id in $ids]')
