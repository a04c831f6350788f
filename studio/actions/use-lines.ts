/** The helplines of a country as they are stored, drafts and all, kept up to date. */
import {useEffect, useState} from 'react'
import {usePapers} from '../store/use-papers.ts'
import {useAsk} from '../where-used/use-usage.ts'
import {type Stored, storedOf} from '../where-used/stored.ts'

const LINES = '*[_type == "helpline" && country == $country]'

interface Known {
  readonly lines: readonly Stored[]
  /** When it was asked: the documents of that moment. */
  readonly of?: unknown
}

export const useLines = (country: string): readonly Stored[] => {
  const ask = useAsk()
  const {papers} = usePapers('drafts')
  const [{lines}, setKnown] = useState<Known>({lines: []})
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const answer = await ask(LINES, {country}).catch(() => [])
      if (isCurrent) setKnown({lines: storedOf(answer), of: papers})
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [ask, country, papers])
  return lines
}
