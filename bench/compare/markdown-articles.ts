/** The corpus as the peers read it: a Markdown file an article, the crisis notice left out in their favour. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import {createPublisher} from '../../publish.ts'
import {articleMarkdown} from '../../publishers/markdown/article-markdown.ts'
import {noticeMarkdown} from '../../publishers/markdown/notice.ts'

const pageOf = (publication: Publication): string => {
  const {article, notice} = publication
  const notices = noticeMarkdown(notice)
  const whole = articleMarkdown(publication)
  if (!whole.startsWith(`${notices}\n\n`))
    throw new Error(`${article.id} begins without its notice`)
  // JSON is YAML
  const front = `---\ntitle: ${JSON.stringify(article.title)}\nlayout: article.liquid\n---\n\n`
  return front + whole.slice(notices.length + 2)
}

/** Throws ContentError when an article cannot be read. */
export const writeMarkdown = async (
  dataset: string,
  folder: string,
  today: string,
): Promise<void> => {
  mkdirSync(folder, {recursive: true})
  const content = await openContent(fileSource(dataset), {today})
  try {
    const {site, book} = await createPublisher({content, today})
    const country = site.defaultCountry
    for (const {id, slug} of (await content.summaries()).items) {
      const article = await content.article(id)
      const publication = Publication.create({site, book, article, country, translations: []})
      writeFileSync(join(folder, `${slug}.md`), pageOf(publication))
    }
  } finally {
    await content.close()
  }
}
