/** A reference as plain text, for channels without italics and links. */
import type {Source} from '../model.ts'
import {perFrozen} from '../per-frozen.ts'
import {formatReference} from './format-reference.ts'

export const referenceText: (source: Source) => string = perFrozen((source) =>
  formatReference(source)
    .map(({text}) => text)
    .join(''),
)
