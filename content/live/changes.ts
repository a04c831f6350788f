/** The stream of what is published, from a project's listener. */
import type {SanityClient} from '@sanity/client'
import {idKind} from '../dataset-ids.ts'
import {isObject, type JsonObject} from '../json-object.ts'

export interface ChangeHandlers {
  /** The stream stands: whatever happens from now on is told. Said again after each break. */
  readonly onOpen: () => void
  /** A published document as it stands now, or `undefined` when it is gone. */
  readonly onChange: (id: string, document: JsonObject | undefined) => void
  /** The project refused the listener; it will not come back by itself. */
  readonly onError: (error: unknown) => void
}

/** Every document type: a small dataset's worth of events, and none that a join needs is missed. */
const EVERYTHING = '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'

/** Ends when the function it returns is called. Reconnects by itself. */
export const listenForChanges = (
  client: SanityClient,
  {onOpen, onChange, onError}: ChangeHandlers,
): (() => void) => {
  const subscription = client
    .listen(
      EVERYTHING,
      {},
      {events: ['welcome', 'mutation'], includeResult: true, visibility: 'query'},
    )
    .subscribe({
      next: (event) => {
        if (event.type === 'welcome') onOpen()
        if (event.type === 'mutation' && idKind(event.documentId) === 'published') {
          onChange(event.documentId, isObject(event.result) ? event.result : undefined)
        }
      },
      error: onError,
    })
  return () => subscription.unsubscribe()
}
