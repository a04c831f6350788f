/** Where a document is used, asked anew whenever some document changes. */
import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import type {Papers} from '../newsroom/papers.ts'
import {usePapers} from '../store/use-papers.ts'
import {type Ask, loadUsage, type Usage} from './load.ts'

/** Milliseconds in which changes are gathered: a keystroke is no reason to ask. */
const PAUSE = 400

/** The dataset with drafts and versions as they are stored. */
export const useAsk = (): Ask => {
  const client = useClient({apiVersion: API_VERSION})
  return useMemo((): Ask => {
    const raw = client.withConfig({perspective: 'raw', useCdn: false})
    return (query, params) => raw.fetch<unknown>(query, {...params})
  }, [client])
}

export interface UsageState {
  /** Undefined until it is known. */
  readonly usage?: Usage
  readonly error?: string
}

interface Known extends UsageState {
  readonly id?: string
  /** When it was asked: the documents of that moment. */
  readonly papers?: Papers
}

/** `id`: of the published document. */
export const useUsage = (id: string, type: string): UsageState => {
  const ask = useAsk()
  const {papers} = usePapers('drafts')
  const [state, setState] = useState<Known>({})
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      try {
        const usage = await loadUsage(ask, id, type)
        if (isCurrent) setState({usage, id, papers})
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        if (isCurrent) setState({error: message, id, papers})
      }
    }
    const timer = setTimeout(() => void load(), PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [ask, id, type, papers])
  return state.id === id ? state : {}
}
