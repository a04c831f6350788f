/**
 * HTML that is plain enough for one reading, several times faster than by the standard's full
 * algorithm: the same tree as parse5's, or none at all. The tests hold both side by side.
 */
import type {Document} from '../dom.ts'
import {readBody} from './body.ts'
import {type Builder, createBuilder} from './builder.ts'
import {type Part, shellAt, spaceAfter} from './shell.ts'
import {tagReader} from './tags.ts'

const DOCTYPE = /^<!doctype html>[ \t\n\f]*/i

/** Parsers drop or replace them. */
const hasReplaced = (html: string): boolean => html.includes('\0') || html.includes('\r')

/**
 * Offset of `<html>` in a document, 0 for a fragment. `undefined` when neither can be plain: words or
 * a comment at the beginning would come before the body.
 */
export const startOf = (
  html: string,
  {doctype}: {readonly doctype: boolean},
): number | undefined => {
  if (hasReplaced(html)) return undefined
  const prologue = DOCTYPE.exec(html)
  if (prologue !== null) return prologue[0].length
  return !doctype && /^<[a-z]/.test(html) ? 0 : undefined
}

const tagAt = tagReader((tag) => tag)

const buildBody = (html: string, from: number, builder: Builder): number | undefined =>
  readBody(html, from, tagAt, {
    open: ({name, attributes}) => {
      builder.open(name, attributes)
    },
    imply: () => {
      builder.open('tbody')
    },
    close: builder.close,
    text: (start, end, words) => {
      builder.text(words ?? html.slice(start, end))
    },
    comment: builder.comment,
  })

const buildPart = (part: Part, builder: Builder): void => {
  if (part.kind === 'element') {
    builder.open(part.tag.name, part.tag.attributes)
    builder.text(part.words)
    builder.close(part.end)
  } else if (part.kind === 'comment') builder.comment(part.words)
  else builder.text(part.words)
}

const readDocument = (html: string, from: number): Document | undefined => {
  const shell = shellAt(html, from)
  if (shell === undefined) return undefined
  const builder = createBuilder({doctype: true})
  builder.open('html', shell.root.attributes)
  builder.open('head', shell.head.attributes)
  for (const part of shell.parts) buildPart(part, builder)
  builder.close(shell.headEnd)
  builder.text(shell.between)
  builder.open('body', shell.body.attributes)
  const end = buildBody(html, shell.end, builder)
  const after = end === undefined ? undefined : spaceAfter(html, end)
  if (after === undefined) return undefined
  builder.text(after)
  builder.close(html.length)
  builder.close(html.length)
  return builder.document
}

const readFragment = (html: string): Document | undefined => {
  const builder = createBuilder({doctype: false})
  builder.open('html')
  builder.open('head')
  builder.close(0)
  builder.open('body')
  return buildBody(html, 0, builder) === html.length ? builder.document : undefined
}

/** `undefined` for whatever a parser would have to repair or to interpret. Never throws. */
export const readStrictly = (
  html: string,
  kind: {readonly doctype: boolean},
): Document | undefined => {
  const from = startOf(html, kind)
  if (from === undefined) return undefined
  return from === 0 ? readFragment(html) : readDocument(html, from)
}
