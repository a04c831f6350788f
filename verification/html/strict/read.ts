/**
 * HTML that is plain enough for one reading, several times faster than by the standard's full
 * algorithm: the same tree as parse5's, or none at all. The tests hold both side by side.
 */
import type {Document} from '../dom.ts'
import {readBody} from './body.ts'
import {type Builder, createBuilder} from './builder.ts'
import {decoded} from './references.ts'
import {HEAD_TEXTS, HEAD_VOIDS} from './rows.ts'
import {commentAt, startTagAt} from './tags.ts'

const DOCTYPE = /^<!doctype html>[ \t\n\f]*/i

/** Of the first character from `at` on that is no white space. */
const afterSpace = (html: string, at: number): number => {
  const space = /[ \t\n\f]*/y
  space.lastIndex = at
  return at + (space.exec(html)?.[0].length ?? 0)
}

/** White space, and the offset after it. */
const space = (html: string, at: number, builder: Builder): number => {
  const end = afterSpace(html, at)
  builder.text(html.slice(at, end))
  return end
}

/** `<html>` or `<body>`, which stay open. */
const openTag = (html: string, at: number, name: string, builder: Builder): number | undefined => {
  const tag = startTagAt(html, at)
  if (tag?.name !== name) return undefined
  builder.open(name, tag.attributes)
  return tag.end
}

/** One element of the head, whole. */
const readHeadElement = (html: string, at: number, builder: Builder): number | undefined => {
  const tag = startTagAt(html, at)
  if (tag === undefined) return undefined
  const {name, attributes, end} = tag
  const holdsText = HEAD_TEXTS.has(name)
  if (!holdsText && !HEAD_VOIDS.has(name)) return undefined
  builder.open(name, attributes)
  if (!holdsText) {
    builder.close(end)
    return end
  }
  const close = html.indexOf('<', end)
  if (close === -1 || !html.startsWith(`</${name}>`, close)) return undefined
  const raw = html.slice(end, close)
  const words = name === 'title' ? decoded(raw) : raw
  if (words === undefined) return undefined
  builder.text(words)
  const after = close + name.length + 3
  builder.close(after)
  return after
}

/** From `<head>` to `</head>` and the white space after it. */
const readHead = (html: string, from: number, builder: Builder): number | undefined => {
  let at = openTag(html, from, 'head', builder)
  while (at !== undefined) {
    at = space(html, at, builder)
    if (html.startsWith('</head>', at)) {
      at += '</head>'.length
      builder.close(at)
      return space(html, at, builder)
    }
    const comment = commentAt(html, at)
    if (comment === undefined) at = readHeadElement(html, at, builder)
    else {
      builder.comment(comment.words)
      at = comment.end
    }
  }
  return undefined
}

/** After the body nothing but white space, which belongs to it. */
const readEnd = (html: string, from: number, builder: Builder): boolean => {
  const match = /^<\/body>([ \t\n\f]*)<\/html>([ \t\n\f]*)$/.exec(html.slice(from))
  if (match === null) return false
  builder.text(`${match[1]}${match[2]}`)
  builder.close(html.length)
  builder.close(html.length)
  return true
}

const readDocument = (html: string, from: number): Document | undefined => {
  const builder = createBuilder({doctype: true})
  const root = openTag(html, from, 'html', builder)
  const head = root && readHead(html, afterSpace(html, root), builder)
  const body = head && openTag(html, head, 'body', builder)
  const end = body && readBody(html, body, builder)
  return end !== undefined && readEnd(html, end, builder) ? builder.document : undefined
}

const readFragment = (html: string): Document | undefined => {
  const builder = createBuilder({doctype: false})
  builder.open('html')
  builder.open('head')
  builder.close(0)
  builder.open('body')
  return readBody(html, 0, builder) === html.length ? builder.document : undefined
}

/** Parsers drop or replace them. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const REPLACED = /[\0\r]/

/** `undefined` for whatever a parser would have to repair or to interpret. Never throws. */
export const readStrictly = (
  html: string,
  {doctype}: {readonly doctype: boolean},
): Document | undefined => {
  if (REPLACED.test(html)) return undefined
  const prologue = DOCTYPE.exec(html)
  if (prologue !== null) return readDocument(html, prologue[0].length)
  // Words or a comment at the beginning would come before the body.
  return !doctype && /^<[a-z]/.test(html) ? readFragment(html) : undefined
}
