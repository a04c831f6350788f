/** The actions of each type, after Sanity's own. */
import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {AddCorrection} from './add-correction.tsx'
import {MarkReviewed} from './mark-reviewed.tsx'
import {ReplaceHelpline} from './replace-helpline-action.tsx'
import {Retract} from './retract.tsx'
import {VerifiedToday} from './verified-today.tsx'

MarkReviewed.displayName = 'MarkReviewed'
AddCorrection.displayName = 'AddCorrection'
Retract.displayName = 'Retract'
VerifiedToday.displayName = 'VerifiedToday'
ReplaceHelpline.displayName = 'ReplaceHelpline'

const ACTIONS: Readonly<Record<string, readonly DocumentActionComponent[]>> = {
  article: [MarkReviewed, AddCorrection, Retract],
  helpline: [VerifiedToday, ReplaceHelpline],
}

/** Publish stays the first. */
export const editorialActions = (
  actions: DocumentActionComponent[],
  {schemaType}: Pick<DocumentActionsContext, 'schemaType'>,
): DocumentActionComponent[] => {
  const own = ACTIONS[schemaType]
  if (own === undefined) return actions
  const [first, ...rest] = actions
  return first === undefined ? [...own] : [first, ...own, ...rest]
}
