/** Which Publish actions are checked: those of everything that readers get. */
import type {DocumentActionsResolver} from 'sanity'
import {guardedPublish} from './guarded-publish.tsx'

const GUARDED: ReadonlySet<string> = new Set([
  'article',
  'digest',
  'section',
  'warning',
  'source',
  'contributor',
  'helpline',
  'crisisNotice',
  'site',
])

export const withGuard: DocumentActionsResolver = (actions, {schemaType}) =>
  GUARDED.has(schemaType)
    ? actions.map((action) => (action.action === 'publish' ? guardedPublish(action) : action))
    : actions
