/**
 * What a manifest says, read line by line, one artefact in memory at a time. Only of the layout that
 * `manifestPieces` writes: no line of it but the last ones of an artefact, and of them all, is what those are.
 */
import {parseJson} from '../../content/parse-json.ts'
import {type Artefact, type Manifest, manifestOf, parseArtefact} from './manifest.ts'

const HEAD = /^\{\n {2}"version": 1,\n {2}"generatedAt": "[^"\n]{1,40}",\n {2}"artefacts": \[\n$/
const BEGIN = '    {'
const LAST = '    }'
const OTHERS_FOLLOW = '    },'
const END_OF_ALL = '  ],'

/** Characters that a head has at most. */
const MOST_HEAD = 200

export class ManifestLines {
  readonly #take: (artefact: Artefact) => void
  #at: 'artefact' | 'artefacts' | 'end' | 'head' | 'other' | 'tail' = 'head'
  /** All but the artefacts. */
  #text = ''
  #artefact = ''

  /** `take` is told of artefacts in their order, also of a manifest that turns out to be of another layout later. */
  constructor(take: (artefact: Artefact) => void) {
    this.#take = take
  }

  /** Without its line break. */
  add(line: string): void {
    if (this.#at === 'artefact') this.#inArtefact(line)
    else if (this.#at === 'artefacts' || this.#at === 'end') this.#between(line)
    else if (this.#at !== 'other') this.#around(line)
  }

  /** What it says besides, when there are no more lines; undefined where it is of another layout. */
  rest(): Omit<Manifest, 'artefacts'> | undefined {
    return this.#at === 'tail' ? manifestOf(parseJson(this.#text)) : undefined
  }

  #around(line: string): void {
    this.#text += `${line}\n`
    if (this.#at === 'tail') return
    if (HEAD.test(this.#text)) this.#at = 'artefacts'
    else if (this.#text.length > MOST_HEAD) this.#at = 'other'
  }

  #between(line: string): void {
    const expected = this.#at === 'end' ? END_OF_ALL : BEGIN
    if (line !== expected) this.#at = 'other'
    else if (this.#at === 'artefacts') {
      this.#artefact = line
      this.#at = 'artefact'
    } else {
      this.#text += line
      this.#at = 'tail'
    }
  }

  #inArtefact(line: string): void {
    const isLast = line === LAST
    if (!isLast && line !== OTHERS_FOLLOW) {
      this.#artefact += line
      return
    }
    const artefact = parseArtefact(parseJson(`${this.#artefact}}`))
    if (artefact === undefined) this.#at = 'other'
    else {
      this.#take(artefact)
      this.#at = isLast ? 'end' : 'artefacts'
    }
  }
}
