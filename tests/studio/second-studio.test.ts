import {createMockAuthStore, createWorkspaceFromConfig, type Workspace} from 'sanity'
import {createStructureBuilder, ListItemBuilder} from 'sanity/structure'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {documentTypes} from '../../schemas/index.ts'
import {structure} from '../../studio/index.ts'
import {type Lake, openLake} from '../schemas/support/lake.ts'
import config from './second-studio/sanity.config.ts'

describe('a Studio of somebody else, with throwline() added', () => {
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

  const actionsOf = (schemaType: string) =>
    workspace.document.actions({
      schemaType,
      documentId: 'x',
      versionType: 'draft',
      releaseId: undefined,
    })

  it('keeps its types and gets ours', () => {
    const names = workspace.schema.getTypeNames()
    expect(names).toContain('recipe')
    expect(names).toEqual(expect.arrayContaining(documentTypes.map(({name}) => name)))
    expect(workspace.schema._validation?.flatMap(({problems}) => problems) ?? []).toEqual([])
  })

  it('keeps its desk and gets ours beside it', () => {
    expect(workspace.tools.map(({name}) => name)).toEqual(
      expect.arrayContaining(['structure', 'throwline']),
    )
  })

  it('finds its own documents at the end of our desk too', () => {
    const [source] = workspace.unstable_sources
    if (source === undefined) throw new Error('The workspace has no source.')
    const S = createStructureBuilder({source, perspectiveStack: []})
    const ids = (structure(S).getItems() ?? []).flatMap((item) =>
      item instanceof ListItemBuilder ? item.getId() : [],
    )
    expect(ids.at(-1)).toBe('recipe')
    expect(ids[0]).toBe('crisisNotice')
  })

  it('publishes its own documents as ever, and ours after the check', () => {
    const names = (type: string) =>
      actionsOf(type)
        .filter(({action}) => action === 'publish')
        .map(({displayName}) => displayName)
    expect(names('article')).toEqual(['GuardedPublish'])
    expect(names('recipe')).toHaveLength(1)
    expect(names('recipe')).not.toContain('GuardedPublish')
    expect(actionsOf('recipe').map(({action}) => action)).toContain('delete')
  })
})
