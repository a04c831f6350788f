/** The body of /data/actions, staged one action after the other. */
import {isObject, text} from '../../json.ts'
import type {Staging} from '../staging.ts'
import {type Action, refuse} from './action.ts'
import {DOCUMENT_ACTIONS} from './documents.ts'
import {VERSION_ACTIONS} from './versions.ts'

export const ACTIONS: Readonly<Record<string, Action>> = {...DOCUMENT_ACTIONS, ...VERSION_ACTIONS}

/** Throws TransactionFailure. */
export const stageActions = (staging: Staging, actions: readonly unknown[]): void => {
  for (const [index, body] of actions.entries()) {
    const type = isObject(body) ? text(body['actionType']) : undefined
    if (!isObject(body) || type === undefined)
      throw refuse('An action needs an actionType', index, 400)
    const action = Object.hasOwn(ACTIONS, type) ? ACTIONS[type] : undefined
    if (action === undefined) {
      throw refuse(
        `The local Content Lake does not know the action ${JSON.stringify(type)}. It knows ${Object.keys(ACTIONS).join(', ')}`,
        index,
        400,
      )
    }
    action(staging, body, index)
  }
}
