/** Every mail that the example newsroom publishes, compiled and filled for two readers. */
import {fileURLToPath} from 'node:url'
import {openContent} from '../../../../content/assemble.ts'
import {fileSource} from '../../../../content/file-source.ts'
import {type CompileOptions, compileMail} from '../../../../delivery/mail/compile.ts'
import type {NoticeBook} from '../../../../crisis-notice/notice-book.ts'
import {createPublisher} from '../../../../publish.ts'
import type {Output} from '../../../../publishers/publisher.ts'
import {ed25519Key, rsaKey, tokensOf} from '../support.ts'

const TODAY = '2026-11-23'
const COUNTRIES = ['US', 'GB', 'IN'] as const

export interface Example {
  /** `US email/digest/small-steps.eml` */
  readonly name: string
  readonly output: Output
  /** Which the notice depends on. */
  readonly topics: readonly string[]
  readonly tokens: ReturnType<typeof tokensOf>
  /** Signed by RSA. */
  readonly raw: Buffer
  /** For another reader, signed by RSA and by Ed25519. */
  readonly other: Buffer
}

export interface Examples {
  readonly site: {readonly url: string; readonly postalAddress: string}
  readonly book: NoticeBook
  readonly mails: readonly Example[]
}

export const exampleMails = async (): Promise<Examples> => {
  const file = fileURLToPath(new URL('../../../../examples/health.ndjson', import.meta.url))
  const content = await openContent(fileSource(file), {today: TODAY})
  const publisher = await createPublisher({content, today: TODAY})
  const {site, book} = publisher
  const listed = new Map((await content.summaries()).items.map(({id, topics}) => [id, topics]))
  const topics = new Map([
    ...listed,
    ...(await content.digests()).items.map(({id, articles}): [string, readonly string[]] => [
      id,
      articles.flatMap((article) => listed.get(article) ?? []),
    ]),
  ])
  const options: CompileOptions = {
    siteUrl: site.url,
    returnAddress: 'returns@health.example',
    date: new Date(`${TODAY}T08:00:00Z`),
    dkim: [rsaKey],
  }
  const mails: Example[] = []
  for (const country of COUNTRIES) {
    for await (const event of publisher.publish({channels: ['email'], country})) {
      if (event.kind !== 'output') continue
      const mail = compileMail(event.output, options)
      const {raw} = await mail.fill({to: 'ana@reader.example', tokens: tokensOf(7)})
      const twice = compileMail(event.output, {...options, dkim: [rsaKey, ed25519Key]})
      const {raw: other} = await twice.fill({to: 'bo@reader.example', tokens: tokensOf(8)})
      const {output} = event.output
      mails.push({
        name: `${country} ${output.path}`,
        output,
        topics: topics.get(output.documentId) ?? [],
        tokens: tokensOf(7),
        raw,
        other,
      })
    }
  }
  await content.close()
  return {site, book, mails}
}
