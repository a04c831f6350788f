import {createMockAuthStore, createWorkspaceFromConfig, type Source, type Workspace} from 'sanity'
import {
  createStructureBuilder,
  ListBuilder,
  ListItemBuilder,
  type StructureBuilder,
} from 'sanity/structure'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import config from '../../sanity.config.ts'
import {documentTypes} from '../../schemas/index.ts'
import {countryCode, languageTag} from '../../schemas/rules/codes.ts'
import {articleItem} from '../../studio/desk/article-lists.ts'
import {helplineItem} from '../../studio/desk/helpline-lists.ts'
import {defaultDocumentNode} from '../../studio/document-views.ts'
import {countries, noticeLanguages} from '../../studio/languages.ts'
import {languageItem, noticeTemplate} from '../../studio/new-notice.ts'
import {structure} from '../../studio/structure.ts'
import {type Lake, openLake} from '../schemas/support/lake.ts'

describe('the Studio', () => {
  let lake: Lake
  let workspace: Workspace

  beforeAll(async () => {
    lake = await openLake()
    workspace = await createWorkspaceFromConfig({
      ...config,
      auth: createMockAuthStore({client: lake.client, currentUser: null}),
    })
  })
  afterAll(() => lake.close())

  const newDocuments = (): readonly string[] =>
    workspace.document
      .resolveNewDocumentOptions({type: 'global', documentId: undefined, schemaType: undefined})
      .map(({templateId}) => templateId)

  const actions = (schemaType: string): readonly unknown[] =>
    workspace.document
      .actions({schemaType, documentId: 'x', versionType: 'draft', releaseId: undefined})
      .map(({action}) => action)

  const source = (): Source => {
    const [first] = workspace.unstable_sources
    if (first === undefined) throw new Error('The workspace has no source.')
    return first
  }

  const S = (): StructureBuilder => createStructureBuilder({source: source(), perspectiveStack: []})

  it('needs no environment', () => {
    expect([workspace.projectId, workspace.dataset]).toEqual(['local', 'production'])
  })

  it('makes no second site, and no notice without an audience', () => {
    expect(newDocuments()).toContain('article')
    expect(newDocuments()).not.toContain('site')
    expect(newDocuments().filter((id) => id.startsWith('crisisNotice'))).toEqual([])
  })

  it('copies neither site nor notice, and keeps the site', () => {
    expect(actions('article')).toEqual(expect.arrayContaining(['publish', 'duplicate', 'delete']))
    expect(actions('crisisNotice')).toContain('delete')
    expect(actions('crisisNotice')).not.toContain('duplicate')
    expect(actions('site')).toContain('publish')
    expect(actions('site')).not.toContain('delete')
  })

  const itemsOf = (builder: ListBuilder) => (builder.getItems() ?? []).filter(isItem)
  const isItem = (item: unknown): item is ListItemBuilder => item instanceof ListItemBuilder

  it('puts notices, helplines and what needs attention first, and the site as one document', () => {
    const items = itemsOf(structure(S()))
    const ids = items.map((item) => item.getId())
    expect(ids.slice(0, 3)).toEqual(['crisisNotice', 'helpline', 'attention'])
    const names = documentTypes.map(({name}) => name)
    expect(new Set(ids)).toEqual(new Set([...names, 'attention']))
    const site = items.find((item) => item.getId() === 'site')
    expect(site?.getChild()).toMatchObject({spec: {options: {id: 'site', type: 'site'}}})
  })

  it('opens everything that it lists', () => {
    const serialized = structure(S()).serialize()
    expect(serialized.items.length).toBeGreaterThan(8)
    for (const item of [articleItem(S()), helplineItem(S())]) {
      const list = item.getChild()
      if (!(list instanceof ListBuilder)) throw new Error('No list behind the item.')
      expect(itemsOf(list).length).toBeGreaterThan(2)
      for (const inner of itemsOf(list)) expect(inner.serialize().title).not.toBe('')
    }
  })

  it('shows the previews beside an article’s form, and nothing beside a contributor’s', () => {
    const viewsOf = (schemaType: string) => {
      const document = defaultDocumentNode(S(), {...source(), schemaType, documentId: 'x'})
      return document?.documentId('x').schemaType(schemaType).id('x').serialize()
    }
    expect(viewsOf('article')).toMatchObject({
      views: [{id: 'editor'}, {id: 'web'}, {id: 'email'}, {id: 'sms'}, {id: 'partner'}],
      defaultPanes: ['editor', 'web'],
    })
    expect(viewsOf('contributor')?.views).toMatchObject([{id: 'editor'}])
  })

  it('opens a new notice under the id of its audience, with its country and language', () => {
    const opened = languageItem(S(), {code: 'US', name: ''}, {code: 'es', name: ''}).getChild()
    expect(opened).toMatchObject({
      spec: {
        options: {
          id: 'crisisNotice-US-es',
          type: 'crisisNotice',
          template: noticeTemplate.id,
          templateParameters: {country: 'US', language: 'es'},
        },
      },
    })
    const {value} = noticeTemplate
    const params = {country: 'US', language: 'es'}
    expect(typeof value === 'function' && value(params, source())).toEqual(params)
  })

  it('offers every country and each language that has the words of a notice', () => {
    const codes = countries().map(({code}) => code)
    expect(codes).toEqual(expect.arrayContaining(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'ES']))
    expect(codes).not.toContain('UK')
    expect(codes.every((code) => countryCode(code) === true)).toBe(true)
    const languages = noticeLanguages().map(({code}) => code)
    expect(languages).toEqual(expect.arrayContaining(['en', 'es', 'fr', 'de', 'ar', 'hi']))
    expect(languages.every((code) => languageTag(code) === true)).toBe(true)
  })
})
