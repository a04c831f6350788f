/** What the reference page adds to the pages' own style sheet. */
import {createHash} from 'node:crypto'
import type {Sheet} from '../../../publishers/web/frame.ts'
import {STYLE} from '../../../publishers/web/style.ts'

const REFERENCE = `code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
.typed{margin:0 0 1.25rem;padding:.875rem 1rem;border:1px solid var(--line);border-radius:.625rem;background:var(--card);line-height:1.5;overflow-wrap:anywhere}
.path{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;margin-block-end:.5rem;overflow-wrap:anywhere}
.verb{padding:.0625rem .5rem;border-radius:.375rem;background:var(--info-tint);color:var(--info);font-weight:600}
.operation{margin-block:2.5rem;padding-block-start:.25rem;border-block-start:1px solid var(--line)}
.operation h3{margin-block-start:1rem}
.operation h4{margin-block:1.25rem .25rem}
td:first-child{white-space:nowrap}
.steps{padding-inline-start:1.5rem}`

const css = `${STYLE}\n${REFERENCE}`

export const REFERENCE_SHEET: Sheet = Object.freeze({
  css,
  hash: `sha256-${createHash('sha256').update(css).digest('base64')}`,
})
