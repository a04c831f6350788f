/** Which article of ours a partner's page is a copy of. */
import type {ArticleSummary} from '../content/model.ts'
import {plainWords} from './judge/plain.ts'
import type {PageView} from './read/view.ts'

export type AuditArticle = Pick<
  ArticleSummary,
  'id' | 'language' | 'retraction' | 'slug' | 'title' | 'topics'
> & {
  /** Its page on our own site. */
  readonly url: string
}

/** Scheme, `www.` and a slash at the end do not make it another page. */
const pageKey = (href: string): string => {
  if (!URL.canParse(href)) return ''
  const {host, pathname} = new URL(href)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`
}

const EMBED = /\/embed\/(?:([a-z]{2,3}(?:-[\w-]+)?)\/)?([a-z0-9-]+)\/?$/i

export class ArticleIndex {
  readonly #articles: readonly AuditArticle[]
  readonly #byUrl: ReadonlyMap<string, AuditArticle>
  readonly #origins: ReadonlySet<string>

  /** `origins`: where our own pages and embeds are served. `language`: the site's. */
  constructor(articles: readonly AuditArticle[], origins: readonly string[], language: string) {
    const rank = (each: AuditArticle): number => (each.language === language ? 0 : 1)
    this.#articles = articles.toSorted((a, b) => rank(a) - rank(b))
    this.#origins = new Set(origins.map((origin) => new URL(origin).origin))
    this.#byUrl = new Map(
      articles.flatMap((article) =>
        origins.map((origin) => {
          const own = new URL(new URL(article.url).pathname, origin)
          return [pageKey(own.href), article] as const
        }),
      ),
    )
  }

  /** By `slug` or `language/slug`; of several languages the site's. */
  named(name: string): AuditArticle | undefined {
    const [slug, language] = name.split('/').toReversed()
    return this.#articles.find(
      (each) => each.slug === slug && (language === undefined || each.language === language),
    )
  }

  /** A frame that shows an article as we serve it. */
  isEmbed(src: string): boolean {
    return URL.canParse(src) && this.#origins.has(new URL(src).origin)
  }

  /** What an embed of ours shows. */
  embedded(src: string): AuditArticle | undefined {
    if (!this.isEmbed(src)) return undefined
    const {pathname, searchParams} = new URL(src)
    const [, path, slug] = EMBED.exec(pathname) ?? []
    const language = searchParams.get('language') ?? path
    if (slug === undefined) return undefined
    return this.named(language === undefined ? slug : `${language}/${slug}`) ?? this.named(slug)
  }

  /**
   * By its canonical address, an embed, its title, or the one article of ours that it links to, as its
   * attribution does. `undefined` when none of these tells.
   */
  of(view: PageView): AuditArticle | undefined {
    const canonical = this.#byUrl.get(pageKey(view.canonical ?? ''))
    if (canonical !== undefined) return canonical
    const embedded = view.frames.flatMap(({src}) => this.embedded(src) ?? [])
    if (embedded[0] !== undefined) return embedded[0]
    const titles = new Set(view.titles.map(plainWords))
    const titled = this.#articles.filter(({title}) => titles.has(plainWords(title)))
    if (titled.length === 1) return titled[0]
    const linked = new Set(
      view.pieces.flatMap(({link}) => this.#byUrl.get(pageKey(link?.href ?? '')) ?? []),
    )
    return linked.size === 1 ? [...linked][0] : undefined
  }
}
