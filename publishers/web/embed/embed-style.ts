/** The pages' own style sheet and what a frame on somebody else's page changes in it, in each theme. */
import type {Sheet} from '../frame.ts'
import {styleIn, type Theme} from '../style.ts'

/** One column, near the edges: the page around it has margins of its own. */
const EMBED = `html{background:var(--card)}
main{padding-block:0 .5rem}
.masthead{border-block-end:1px solid var(--line);margin-block-end:1rem;padding-block:0}
.masthead,.footer{max-width:none}
.masthead .brand{min-height:2.75rem;display:inline-flex;align-items:center}
.footer{padding-block:1.25rem;text-align:start}
.footer p{max-width:41rem;margin:0 auto .5rem}
.footer a{display:inline-block;padding-block:.5rem;font-weight:600}
.key-points,.corrections{background:var(--paper)}`

const HASHES: Readonly<Record<Theme, string>> = {
  auto: 'sha256-5GJhKUNK2NUCVQa6nhKs+/j8K9YO+riohseHGR37Kko=',
  light: 'sha256-bfB0zXuLTNOvWM6n4h194Xnvx/LKd90pYUTz0YmeaPY=',
  dark: 'sha256-0QLx7FNmnoUqOTVGRWH4DMDaDOE0fGH54YuwWnreuBc=',
}

/** With its SHA-256 for the content security policy; a test holds the two together. */
export const embedSheet = (theme: Theme): Sheet => ({
  css: `${styleIn(theme)}\n${EMBED}`,
  hash: HASHES[theme],
})
