import {describe, expect, it} from 'vitest'
import {formatOf} from '../../verification/format.ts'

const FORMATS: Readonly<Record<string, string | undefined>> = {
  'manifest.json': undefined,
  'out/manifest.json': undefined,
  'partner/articles/manifest.json.html': 'page',
  'partner/articles/not-manifest.json': 'partnerArticle',
  'partner/articles/manifest.json': 'partnerArticle',
  'articles/manifest.json': 'partnerArticle',
  'partner/articles/es/manifest.json': 'partnerArticle',
  'partner/articles/articles.json': 'partnerArticle',
  'partner/articles/feed.json': 'partnerArticle',
  'partner/articles/es/helplines.json': 'partnerArticle',
  'partner/articles/tombstones.json': 'partnerArticle',
  'my-articles/manifest.json': undefined,
  'partner/articles/manifest.json.gz': undefined,
  'partner/article.schema.json': undefined,
  'partner/article.schema.json.html': 'page',
  'web/index.html': 'page',
  'web/404.html': 'page',
  'web/a.html.png': undefined,
  'email/sleep.eml': 'mail',
  'email/sleep.eml.bak': undefined,
  'sms/sleep.sms.txt': 'sms',
  'sms/sleepsms.txt': undefined,
  'sms/sleep.sms.txt.gz': undefined,
  'notes.txt': undefined,
  'web/sitemap.xml': 'sitemap',
  'sitemap.xml': 'sitemap',
  'web/sitemap-12.xml': 'sitemap',
  'web/my-sitemap.xml': 'atom',
  'web/sitemap-.xml': 'atom',
  'web/sitemap.xml.xml': 'atom',
  'web/feed.xml': 'atom',
  'web/feed.xml.gz': undefined,
  'web/feed.json': 'jsonFeed',
  'partner/feed.json/sleep.json': 'partnerArticle',
  'feed.json': 'jsonFeed',
  'partner/articles/my-feed.json': 'partnerArticle',
  'partner/articles.json': 'partnerArticles',
  'partner/articles.12.json': 'partnerArticles',
  'partner/articles.json/sleep.json': 'partnerArticle',
  'articles.json': 'partnerArticles',
  'partner/articles/more-articles.json': 'partnerArticle',
  'partner/helplines.json': 'partnerHelplines',
  'partner/helplines.json/sleep.json': 'partnerArticle',
  'helplines.json': 'partnerHelplines',
  'partner/articles/old-helplines.json': 'partnerArticle',
  'partner/tombstones.json': 'partnerTombstones',
  'partner/tombstones.json/sleep.json': 'partnerArticle',
  'tombstones.json': 'partnerTombstones',
  'partner/articles/no-tombstones.json': 'partnerArticle',
  'partner/articles/es/sleep.json': 'partnerArticle',
  'partner/articles/sleep.json5': undefined,
  'web/assets/a.png': undefined,
  'out\\web\\feed.json': 'jsonFeed',
  '': undefined,
}

describe('the format of a file', () => {
  for (const [path, format] of Object.entries(FORMATS)) {
    it(`${path} is ${format ?? 'no artefact'}`, () => {
      expect(formatOf(path)).toBe(format)
    })
  }
})
