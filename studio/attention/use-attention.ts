/** What needs attention now, kept up to date while somebody looks. */
import {useEffect, useState} from 'react'
import {type Attention, attention} from '../newsroom/attention.ts'
import {useNewsroom, usePapers} from '../store/use-papers.ts'

/** Articles and digests looked at: those that changed last. */
export const LOOKED_AT = 100

/** Undefined until everything is there. */
export const useAttention = (): Attention | undefined => {
  const papers = usePapers('published')
  const {ready, store, changes} = papers
  const newsroom = useNewsroom(papers)
  const [isWhole, setWhole] = useState(false)
  const [found, setFound] = useState<Attention>()

  useEffect(() => {
    if (!ready) return
    const fetchAll = async (): Promise<void> => {
      const articles = await store.all('article', LOOKED_AT)
      await store.ensure(articles)
      setWhole(true)
    }
    // a failure stands in the store's snapshot
    fetchAll().catch(() => {})
    // every change may bring another article to the front
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ready, store, changes])

  useEffect(() => {
    if (!isWhole) return undefined
    // after a burst of changes, once, when the browser has nothing better to do
    const timer = setTimeout(() => setFound(attention(newsroom)), 300)
    return () => clearTimeout(timer)
  }, [isWhole, newsroom])

  return found
}
