/** An AMA reference as HTML. References are in English whatever the article's language. */
import {formatReference} from '../../content/ama/format-reference.ts'
import type {Source} from '../../content/model.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {escapeHtml} from './escape.ts'

/** Inline; titles of containers in italics, addresses live. */
export const referenceHtml: (source: Source) => string = perFrozen((source) => {
  const runs = formatReference(source).map(({text, italic, href}) => {
    const shown = italic === true ? `<em>${escapeHtml(text)}</em>` : escapeHtml(text)
    return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`
  })
  return `<span lang="en" dir="ltr">${runs.join('')}</span>`
})
