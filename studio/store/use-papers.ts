/** The session's papers, and a publishing house over them, for components. */
import type {SanityClient} from '@sanity/client'
import {useMemo, useSyncExternalStore} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {Newsroom, type NewsroomOptions} from '../newsroom/newsroom.ts'
import {PaperStore, type Snapshot} from './paper-store.ts'

type Perspective = 'drafts' | 'published'

/** One store for each project, dataset and perspective of the session. */
const stores = new Map<string, PaperStore>()

const storeFor = (client: SanityClient, perspective: Perspective): PaperStore => {
  const {projectId, dataset, apiHost} = client.config()
  const key = [apiHost, projectId, dataset, perspective].join(' ')
  const known = stores.get(key)
  if (known !== undefined) return known
  const store = new PaperStore(client.withConfig({perspective, useCdn: false}))
  stores.set(key, store)
  return store
}

export const usePaperStore = (perspective: Perspective): PaperStore => {
  const client = useClient({apiVersion: API_VERSION})
  return useMemo(() => storeFor(client, perspective), [client, perspective])
}

/** Live while the component is there. */
export const usePapers = (perspective: Perspective): Snapshot & {readonly store: PaperStore} => {
  const store = usePaperStore(perspective)
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot)
  return useMemo(() => ({...snapshot, store}), [snapshot, store])
}

/** YYYY-MM-DD, in UTC as the publishers count. */
export const today = (): string => new Date().toISOString().slice(0, 10)

export const useNewsroomOptions = (): NewsroomOptions => {
  const client = useClient({apiVersion: API_VERSION})
  return useMemo(() => {
    const {projectId, dataset} = client.config()
    const imageHost =
      projectId === undefined || dataset === undefined ? undefined : {projectId, dataset}
    return {today: today(), ...(imageHost !== undefined && {imageHost})}
  }, [client])
}

export const useNewsroom = (snapshot: Snapshot): Newsroom => {
  const options = useNewsroomOptions()
  return useMemo(() => new Newsroom(snapshot.papers, options), [snapshot.papers, options])
}
