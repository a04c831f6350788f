/** The reader of a portableText field: references resolved, everything unknown reported. */
import type {PortableNode} from '../model.ts'
import {isObject} from '../json-object.ts'
import {textLength} from '../text-length.ts'
import {reportRepeatedKeys} from './keys.ts'
import type {Lookup} from './lookup.ts'
import {NODES} from './nodes.ts'
import {showPairs} from './pairs.ts'
import {plainBlock} from './plain-block.ts'
import {array, type Reader, reportType} from './reader.ts'
import {show} from './show.ts'
import {textBlock} from './text-block.ts'

/**
 * UTF-16 units of text in one field. A book of 300 pages has half of it; above, a page takes seconds
 * to lay out and the field is an import gone wrong.
 */
export const LONGEST_TEXT = 1_000_000

export interface TextRules {
  /** Whether there is a reference list for citations to point into. */
  readonly citations: boolean
  /** Whether call-outs may stand here; not inside one another, which could go on for ever. */
  readonly warnings: 'allowed' | 'nested' | 'misplaced'
}

const REFUSALS = {
  nested: {
    code: 'REFERENCE_CYCLE',
    message:
      'A call-out stands inside a call-out, which could go round in a circle. Remove it here and place it in the section.',
  },
  misplaced: {
    code: 'UNKNOWN_BLOCK',
    message: 'A call-out cannot stand here. Remove it; call-outs belong in openings and sections.',
  },
} as const

const node =
  (lookup: Lookup, rules: TextRules): Reader<PortableNode | undefined> =>
  (value, place) => {
    const type = isObject(value) ? value['_type'] : undefined
    if (type === undefined) {
      reportType(value, place, 'a block with its _type')
      return undefined
    }
    if (type === 'block' && isObject(value)) {
      return plainBlock(value, lookup, rules) ?? textBlock(lookup, rules)(value, place)
    }
    if (type === 'warningRef' && rules.warnings !== 'allowed') {
      const {code, message} = REFUSALS[rules.warnings]
      place.report(code, message)
      return undefined
    }
    const reader = typeof type === 'string' ? NODES.get(type) : undefined
    if (reader !== undefined) return reader(lookup)(value, place)
    place.report(
      'UNKNOWN_BLOCK',
      `No publisher knows blocks of type ${show(type)}, so its content would be lost. Replace it by text, a figure, a table, a call-out or a helpline.`,
    )
    return undefined
  }

export const portableText =
  (lookup: Lookup, rules: TextRules): Reader<readonly PortableNode[]> =>
  (value, place) => {
    const read = array(node(lookup, rules))(value, place)
    const nodes = read.filter((each) => each !== undefined)
    reportRepeatedKeys(nodes, place)
    const length = textLength(nodes)
    if (length > LONGEST_TEXT) {
      place.report(
        'SECTION_TOO_LONG',
        `The text has ${length} characters; at most ${LONGEST_TEXT} can be published in one piece. Split it into sections.`,
      )
    }
    return Object.freeze(showPairs(nodes, lookup))
  }

const isBlank = (each: PortableNode): boolean =>
  each._type === 'block' &&
  each.children.every((child) => child._type === 'span' && child.text.trim() === '')

/** A required body: with something to read in it. */
export const nonEmpty =
  (read: Reader<readonly PortableNode[]>): Reader<readonly PortableNode[]> =>
  (value, place) => {
    const nodes = read(value, place)
    if (Array.isArray(value) && nodes.every(isBlank)) {
      place.report(
        'MISSING',
        'There is nothing to read here. Write the text, or remove the document.',
      )
    }
    return nodes
  }
