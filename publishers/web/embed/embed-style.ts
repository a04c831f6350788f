/** The pages' own style sheet and what a frame on somebody else's page changes in it, in each theme. */
import type {Sheet} from '../frame.ts'
import {styleIn, type Theme} from '../style.ts'

/** A card on the page around it: a title line, one column, and whose it is at its foot. */
const EMBED = `html{background:var(--card);font-size:100%}
h1{font-size:1.375rem;margin-block-end:.625rem}
main{padding:0 .75rem .5rem}
.bar,.footer{background:var(--paper)}
.bar{padding-inline:.75rem;border-block-end:1px solid var(--line);margin-block-end:.875rem}
.masthead{max-width:41rem;padding:0;font-size:.875rem}
.masthead .original{display:none}
.brand{font-size:1rem}
.brand img{width:1.5rem;height:1.5rem}
.footer{padding:1rem .75rem;text-align:start;font-size:.875rem}
.footer p{max-width:41rem;margin:0 auto .375rem}
.footer a{display:inline-block;padding-block:.5rem;font-weight:600}
.key-points,.corrections{background:var(--paper)}
@media (min-width:34rem){html{font-size:106.25%}.masthead .original{display:inline-flex}h1{font-size:1.75rem;line-height:1.2}main{padding:.5rem 1.5rem 1rem}.bar,.footer{padding-inline:1.5rem}}`

const HASHES: Readonly<Record<Theme, string>> = {
  auto: 'sha256-eod3jzkG9ctTQvAk8bpqih5AOpKpx3ukv5MLkHNyQQI=',
  light: 'sha256-eNcQ1nRmAFNxqGtrfo5NX/cOuiOkLV3K3jFz3aEMWlM=',
  dark: 'sha256-8XAvzhcKvyqWGUA4XhJm1pHwOfhfbbq1V1Ocsd7czsU=',
}

/** With its SHA-256 for the content security policy; a test holds the two together. */
export const embedSheet = (theme: Theme): Sheet => ({
  css: `${styleIn(theme)}\n${EMBED}`,
  hash: HASHES[theme],
})
