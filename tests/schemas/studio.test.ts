import {createMockAuthStore, createWorkspaceFromConfig, type Source, type Workspace} from 'sanity'
import {createStructureBuilder, ListItemBuilder, type StructureBuilder} from 'sanity/structure'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import config from '../../sanity.config.ts'
import {documentTypes} from '../../schemas/index.ts'
import {countryCode, languageTag} from '../../schemas/rules/codes.ts'
import {countries, noticeLanguages} from '../../studio/languages.ts'
import {languageItem, noticeTemplate} from '../../studio/new-notice.ts'
import {structure} from '../../studio/structure.ts'
import {type Lake, openLake} from './support/lake.ts'

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

  it('puts notices and helplines first, and the site as one document', () => {
    const items = structure(S()).getItems() ?? []
    const ids = items.flatMap((item) => (item instanceof ListItemBuilder ? item.getId() : []))
    expect(ids.slice(0, 2)).toEqual(['crisisNotice', 'helpline'])
    expect(new Set(ids)).toEqual(new Set(documentTypes.map(({name}) => name)))
    const site = items.find((item) => item instanceof ListItemBuilder && item.getId() === 'site')
    expect(site instanceof ListItemBuilder && site.getChild()).toMatchObject({
      spec: {options: {id: 'site', type: 'site'}},
    })
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
