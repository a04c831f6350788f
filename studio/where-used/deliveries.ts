/** What of a helpline has left the newsroom: told by the server that serves the Studio, if one does. */
import {useEffect, useState} from 'react'
import {fieldsOf} from '../../schemas/shapes.ts'

export interface Deliveries {
  /** Partners with a live key. */
  readonly partners: number
  /** Mails and text messages still to be sent. */
  readonly queued: number
  readonly sent: number
  /** Days in which they were sent. */
  readonly days: number
}

/** The server writes its address into the Studio's page. */
const META = 'meta[name="throwline-reach"]'

const parse = (value: unknown): Deliveries | undefined => {
  const {partners, queued, sent, days} = fieldsOf(value)
  return typeof partners === 'number' &&
    typeof queued === 'number' &&
    typeof sent === 'number' &&
    typeof days === 'number'
    ? {partners, queued, sent, days}
    : undefined
}

/** `id`: of the published helpline. Undefined until it is known, and where nobody can tell. */
export const useDeliveries = (id: string): Deliveries | undefined => {
  const [known, setKnown] = useState<{readonly id: string; readonly of?: Deliveries | undefined}>()
  useEffect(() => {
    const address = document.querySelector(META)?.getAttribute('content')
    if (address === null || address === undefined) return undefined
    const stop = new AbortController()
    const load = async (): Promise<void> => {
      try {
        const url = `${address}?helpline=${encodeURIComponent(id)}`
        const answer = await fetch(url, {signal: stop.signal})
        if (answer.ok) setKnown({id, of: parse(await answer.json())})
      } catch {
        // the list of documents stands without it
      }
    }
    void load()
    return () => stop.abort()
  }, [id])
  return known?.id === id ? known.of : undefined
}

const plural = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

const partnersText = (partners: number): string => {
  if (partners === 0) return 'No partner reads the API.'
  return partners === 1
    ? 'One partner reads the API and is told at once.'
    : `${partners.toLocaleString('en')} partners read the API and are told at once.`
}

const queuedText = (queued: number): string => {
  if (queued === 0) return 'No mail or text message waits to be sent.'
  return `${plural(queued, 'mail or text message that waits goes', 'mails and text messages that wait go')} out with the new line.`
}

/** For people. */
export const deliveriesText = ({partners, queued, sent, days}: Deliveries): string =>
  [
    'Beyond the documents:',
    partnersText(partners),
    queuedText(queued),
    ...(sent === 0
      ? []
      : [
          `${plural(sent, 'was', 'were')} sent in ${days} days with the old one: "throwline send outdated" tells to whom.`,
        ]),
  ].join(' ')
