/**
 * A page or mail as a frame in the Studio can show it. Only what is shown changes: the gate has read
 * the publisher's own bytes.
 */

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

export interface DisplayOptions {
  /** Where `assets/…` images really are. */
  readonly addresses: ReadonlyMap<string, string>
  /** The site's origin, which mails write before their images. */
  readonly siteUrl: string
  readonly scheme: 'light' | 'dark'
}

/** Points images of a lake to the lake, and lets the page's policy have them. */
const withImages = (html: string, {addresses, siteUrl}: DisplayOptions): string => {
  const origins = new Set<string>()
  let shown = html
  for (const [published, address] of addresses) {
    const before = `(?:${escaped(siteUrl)}/|/|(?:\\.\\./)+)?`
    const pattern = new RegExp(`(["'])${before}${escaped(published)}(?=["'])`, 'g')
    shown = shown.replace(pattern, (_whole, quote: string) => {
      origins.add(new URL(address).origin)
      return `${quote}${address}`
    })
  }
  // a page in a frame has no origin of its own, so 'self' is nobody there
  return shown.replace(
    'img-src &#39;self&#39;',
    ['img-src', ...origins, '&#39;self&#39;'].join(' '),
  )
}

/** Links within the page work; others would replace the preview, and lead nowhere instead. */
const withoutNavigation = (html: string): string =>
  html.replace(/<a\b(?=[^>]*\shref="(?!#))/g, '<a target="_blank" rel="noreferrer"')

/**
 * A frame takes its colours from the browser, not from us: so the rules of the scheme that is wanted are
 * made to hold always, and the policy, which knows the style sheet by its hash, lets it through.
 */
const inScheme = (html: string, scheme: 'light' | 'dark'): string =>
  html
    .replace(
      /@media([^{]*)\(prefers-color-scheme:\s*(light|dark)\)/g,
      (_whole, before: string, wanted: string) =>
        `@media${before}${wanted === scheme ? '(min-width:0)' : '(max-width:0)'}`,
    )
    .replace(
      '<meta name="color-scheme" content="light dark">',
      () => `<meta name="color-scheme" content="${scheme}">`,
    )
    .replace(/style-src &#39;sha256-[^;]*?&#39;/, () => 'style-src &#39;unsafe-inline&#39;')

export const displayHtml = (html: string, options: DisplayOptions): string =>
  inScheme(withoutNavigation(withImages(html, options)), options.scheme)
