/** The preview of what is in the form, made anew after every keystroke. */
import {useEffect, useMemo, useState} from 'react'
import type {JsonObject} from '../../content/json-object.ts'
import type {Site} from '../../content/model.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {audiencesFor} from '../newsroom/audiences.ts'
import type {Newsroom} from '../newsroom/newsroom.ts'
import {reach, titleOf, typeOf} from '../newsroom/papers.ts'
import {preview, type Preview, type Previewed} from '../newsroom/preview.ts'
import {type PaperStore} from '../store/paper-store.ts'
import {latest} from './latest.ts'
import {useNewsroom, usePapers} from '../store/use-papers.ts'

/** For `performance.getEntriesByName`: from the change to the finished preview. */
export const MEASURE = 'throwline-preview'

export interface PreviewState {
  /** The newest result; undefined until the first. */
  readonly result?: Previewed
  /** The newest that could be shown, which stays while something is refused. */
  readonly shown?: Preview
  readonly site?: Site
  /** Countries to choose from, the site's own first. */
  readonly countries: readonly string[]
  readonly addresses: ReadonlyMap<string, string>
  readonly nameOf: (id: string) => string | undefined
  readonly typeOf: (id: string) => string | undefined
  /** Why nothing can be fetched. */
  readonly error?: Error
}

/** Fetches what the document needs, and tells when it is all there. */
const useWhole = (document: JsonObject, newsroom: Newsroom, store: PaperStore): boolean => {
  const {papers} = store.snapshot()
  const {missing} = useMemo(() => reach(document, papers), [document, papers])
  const slug = JSON.stringify(document['slug'])
  const key = missing.join(' ')
  useEffect(() => {
    // a failure stands in the store's snapshot
    store.ensure([document]).catch(() => {})
    // the ids that are missing and the slug are all that `ensure` acts upon
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, newsroom, key, slug])
  return missing.length === 0
}

const countriesOf = (newsroom: Newsroom, language: unknown): readonly string[] => {
  const desk = newsroom.desk()
  if (!desk.ok || typeof language !== 'string') return []
  return audiencesFor(desk.value, language).map(({country}) => country)
}

interface Request {
  readonly make: () => Promise<Previewed>
  /** Milliseconds, as `performance` counts. */
  readonly start: number
}

export const usePreview = (
  document: JsonObject,
  channel: Channel,
  country: string | undefined,
): PreviewState => {
  const papers = usePapers('drafts')
  const {ready, error, store} = papers
  const newsroom = useNewsroom(papers)
  const isWhole = useWhole(document, newsroom, store)
  const [result, setResult] = useState<Previewed>()
  const [shown, setShown] = useState<Preview>()

  const [queue] = useState(() =>
    latest(async ({make, start}: Request) => {
      try {
        const made = await make()
        performance.measure(MEASURE, {start})
        setResult(made)
        if (made.ok) setShown(made.preview)
      } catch (failure) {
        // a fault of ours: Sanity's error boundary shows it
        setResult(() => {
          throw failure
        })
      }
    }),
  )

  useEffect(() => {
    if (!ready || !isWhole) return
    const make = () => preview(newsroom, document, {country, channels: [channel]})
    queue.request({make, start: performance.now()})
  }, [queue, newsroom, document, country, channel, ready, isWhole])

  return useMemo(() => {
    const desk = ready ? newsroom.desk() : undefined
    return {
      countries: ready ? countriesOf(newsroom, document['language']) : [],
      addresses: newsroom.addresses,
      nameOf: (id: string) => titleOf(newsroom.document(id)),
      typeOf: (id: string) => typeOf(newsroom.document(id)),
      ...(result !== undefined && {result}),
      ...(shown !== undefined && {shown}),
      ...(desk?.ok === true && {site: desk.value.site}),
      ...(error !== undefined && {error}),
    }
  }, [newsroom, document, ready, result, shown, error])
}
