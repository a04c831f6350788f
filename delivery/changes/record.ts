/**
 * From what stands now to what is new in the log. Whoever records holds one lock and compares with
 * what stood last, so that two servers of one dataset log a change once, and cursors come in order.
 */
import {type Kysely, sql} from 'kysely'
import type {ChangeKind, Schema} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import type {Change} from './log.ts'

/** An article as readers get it now. */
export interface StandingArticle {
  readonly id: string
  readonly slug: string
  readonly language: string
  readonly revision: string
  readonly signature: string
  readonly corrections: number
  readonly isRetracted: boolean
  readonly topics: readonly string[]
  readonly uses: readonly string[]
}

export interface StandingDocument {
  readonly id: string
  readonly type: 'helpline' | 'crisisNotice'
  readonly language: string | null
  readonly revision: string
  readonly signature: string
}

export interface Standing {
  readonly articles: readonly StandingArticle[]
  /** Articles that are there no more. */
  readonly goneArticles: readonly string[]
  /** All of them. */
  readonly documents: readonly StandingDocument[]
}

type Entry = Omit<Change, 'cursor' | 'at'>

/** Of pg_advisory_xact_lock. */
const LOCK = 0x7468_6c67 // "thlg"
/** Rows a statement. */
const CHUNK = 500

const chunks = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({length: Math.ceil(items.length / CHUNK)}, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  )

const articleKind = (
  before: {readonly retracted: boolean; readonly corrections: number} | undefined,
  now: StandingArticle,
): ChangeKind => {
  if (now.isRetracted && before?.retracted !== true) return 'retracted'
  if (before === undefined) return 'published'
  return now.corrections > before.corrections ? 'corrected' : 'updated'
}

type Gone = Readonly<Record<'id' | 'slug' | 'language', string>> & {
  readonly topics: readonly string[]
}

const goneEntry = ({id, slug, language, topics}: Gone): Entry => ({
  kind: 'removed',
  documentId: id,
  slug,
  language,
  revision: null,
  topics,
})

const articleEntries = async (
  db: Kysely<Schema>,
  articles: readonly StandingArticle[],
): Promise<readonly Entry[]> => {
  const ids = articles.map(({id}) => id)
  const rows = await db.selectFrom('article_states').selectAll().where('id', 'in', ids).execute()
  const states = new Map(rows.map((row) => [row.id, row]))
  const changed = articles.filter(({id, signature}) => states.get(id)?.signature !== signature)
  await sql`
    insert into article_states (id, slug, language, signature, corrections, retracted, topics, uses)
    select id, slug, language, signature, corrections, retracted,
      array(select jsonb_array_elements_text(topics)), array(select jsonb_array_elements_text(uses))
    from jsonb_to_recordset(${JSON.stringify(
      articles.map(({isRetracted, ...rest}) => ({...rest, retracted: isRetracted})),
    )}::jsonb) as given(id text, slug text, language text, signature text, corrections integer,
      retracted boolean, topics jsonb, uses jsonb)
    on conflict (id) do update set slug = excluded.slug, language = excluded.language,
      signature = excluded.signature, corrections = excluded.corrections,
      retracted = excluded.retracted, topics = excluded.topics, uses = excluded.uses`.execute(db)
  return changed.flatMap((article): readonly Entry[] => {
    const before = states.get(article.id)
    const entry = {
      kind: articleKind(before, article),
      documentId: article.id,
      slug: article.slug,
      language: article.language,
      revision: article.revision,
      topics: [...new Set([...(before?.topics ?? []), ...article.topics])],
    }
    // whoever reads the old language alone has to hear of it too
    return before === undefined || before.language === article.language
      ? [entry]
      : [goneEntry(before), entry]
  })
}

const removals = async (db: Kysely<Schema>, ids: readonly string[]): Promise<readonly Entry[]> => {
  const rows = await db
    .deleteFrom('article_states')
    .where('id', 'in', ids)
    .returning(['id', 'slug', 'language', 'topics'])
    .execute()
  return rows.map(goneEntry)
}

const documentEntries = async (
  db: Kysely<Schema>,
  documents: readonly StandingDocument[],
): Promise<readonly Entry[]> => {
  const rows = await db.selectFrom('document_states').selectAll().execute()
  const states = new Map(rows.map((row) => [row.id, row]))
  const standing = new Set(documents.map(({id}) => id))
  const changed = documents.filter(({id, signature}) => states.get(id)?.signature !== signature)
  const gone = rows.filter(({id}) => !standing.has(id))
  if (gone.length > 0) {
    const ids = gone.map(({id}) => id)
    await db.deleteFrom('document_states').where('id', 'in', ids).execute()
  }
  for (const chunk of chunks(changed)) {
    await db
      .insertInto('document_states')
      .values(chunk.map(({id, type, signature}) => ({id, type, signature})))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ref}) => ({signature: ref('excluded.signature')})),
      )
      .execute()
  }
  // the first look at a dataset is no news
  const isFirst = rows.length === 0
  const kindOf = (type: StandingDocument['type']): ChangeKind =>
    type === 'helpline' ? 'helplineChanged' : 'noticeChanged'
  return [
    ...(isFirst ? [] : changed).map(({id, type, language, revision}) => ({
      kind: kindOf(type),
      documentId: id,
      slug: null,
      language,
      revision,
      topics: null,
    })),
    ...gone.map(({id, type}) => ({
      kind: kindOf(type),
      documentId: id,
      slug: null,
      language: null,
      revision: null,
      topics: null,
    })),
  ]
}

/** Gives the entries that were new, in their order; what stands already gives none. */
export const recordStanding = (
  {db}: Pick<Store, 'db'>,
  {articles, goneArticles, documents}: Standing,
): Promise<readonly Change[]> =>
  db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction)
    const entries: Entry[] = [...(await documentEntries(transaction, documents))]
    for (const chunk of chunks(articles))
      entries.push(...(await articleEntries(transaction, chunk)))
    for (const chunk of chunks(goneArticles)) entries.push(...(await removals(transaction, chunk)))
    const logged: Change[] = []
    for (const chunk of chunks(entries)) {
      const rows = await transaction
        .insertInto('changes')
        .values(
          chunk.map(({kind, documentId, slug, language, revision, topics}) => ({
            kind,
            document_id: documentId,
            slug,
            language,
            revision,
            topics: topics === null ? null : [...topics],
          })),
        )
        .returning([
          'cursor',
          'at',
          'kind',
          'document_id as documentId',
          'slug',
          'language',
          'revision',
          'topics',
        ])
        .execute()
      logged.push(...rows)
    }
    return logged.toSorted((a, b) => a.cursor - b.cursor)
  })

/** Articles that were made of any of the documents when they were last recorded. */
export const recordedUsers = async (
  {db}: Pick<Store, 'db'>,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const {rows} = await sql<{id: string}>`
    select id from article_states where uses && ${sql.val([...ids])}::text[]`.execute(db)
  return rows.map(({id}) => id)
}

/** All articles that stood when the log was last written. */
export const recordedArticles = async ({db}: Pick<Store, 'db'>): Promise<readonly string[]> => {
  const rows = await db.selectFrom('article_states').select('id').execute()
  return rows.map(({id}) => id)
}
