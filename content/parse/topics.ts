import {TOPICS, type Topic} from '../topics.ts'
import {array, oneOf, type Reader} from './reader.ts'

const TOPIC_LIST: readonly [Topic, ...Topic[]] = TOPICS

export const topic: Reader<Topic> = oneOf(TOPIC_LIST)

/** Values that a list holds once each; a repeat is harmless, so it is dropped. */
export const distinct =
  <T>(reader: Reader<readonly T[]>): Reader<readonly T[]> =>
  (value, place) => {
    const values = reader(value, place)
    const different = new Set(values)
    return Object.freeze(different.size === values.length ? values : [...different])
  }

export const topics = distinct(array(topic, {min: 1}))
