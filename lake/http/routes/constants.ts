/** What a hosted project answers and a local one has no use for. */
import {Hono} from 'hono'
import type {LakeContext} from '../context.ts'
import {json} from '../json-answer.ts'
import {LOCAL_EDITOR} from '../../users/local-editor.ts'

const GRANTS = [
  {
    filter: '_id in path("**")',
    permissions: ['read', 'update', 'create', 'history', 'editHistory', 'manage'],
  },
]

const project = ({projectId}: LakeContext) => ({
  id: projectId,
  displayName: 'Local project',
  studioHost: null,
  organizationId: null,
  isBlocked: false,
  isDisabled: false,
  isDisabledByUser: false,
  metadata: {},
  features: [],
  members: [
    {
      id: LOCAL_EDITOR.id,
      isCurrentUser: true,
      isRobot: false,
      role: LOCAL_EDITOR.role,
      roles: LOCAL_EDITOR.roles,
    },
  ],
})

type Constant = (lake: LakeContext) => unknown

/** Each row: a path below the version, and its answer. */
const GETS: Readonly<Record<string, Constant>> = {
  '/ping': () => ({pong: true}),
  '/data/ping/:dataset': () => ({pong: true}),
  '/auth/providers': () => ({providers: [], thirdPartyLogin: false, sso: {}}),
  '/auth/id': () => ({id: LOCAL_EDITOR.id}),
  '/projects': (lake) => [project(lake)],
  '/projects/:id': project,
  '/projects/:id/grants': () => ({
    'sanity.project': [{grants: [{name: 'read'}, {name: 'update'}, {name: 'create'}]}],
  }),
  '/projects/:id/datasets/:dataset/acl': () => GRANTS,
  '/projects/:id/datasets/:dataset/settings/indexing': () => ({}),
  '/projects/:id/user-applications': () => [],
  '/projects/:id/new-content-release-allowed': () => ({allowed: false}),
  '/projects/:id/feature': () => [],
  '/projects/:id/roles': () => LOCAL_EDITOR.roles,
  '/user-applications': () => [],
  '/features': () => [],
  '/media-libraries': () => ({data: []}),
  '/schedules/:id/:dataset': () => ({schedules: []}),
  '/intake/telemetry-status': () => ({status: 'denied'}),
  '/help': () => ({}),
  '/help/*': () => ({}),
  '/journey/*': () => [],
  '/releases': () => [],
}

const POSTS: Readonly<Record<string, Constant>> = {
  '/intake/batch': () => ({}),
  '/auth/logout': () => ({ok: true}),
  '/journey/*': () => ({}),
}

export const constantRoutes = (lake: LakeContext): Hono => {
  const app = new Hono()
  for (const [path, answer] of Object.entries(GETS)) {
    app.get(`/:version${path}`, () => json(answer(lake)))
  }
  for (const [path, answer] of Object.entries(POSTS)) {
    app.post(`/:version${path}`, () => json(answer(lake)))
  }
  const datasets = [{name: lake.dataset, aclMode: 'private', datasetProfile: 'content', tags: []}]
  app.get('/:version/projects/:id/datasets', (c) => {
    const profile = c.req.query('datasetProfile')
    return json(profile === undefined || profile === 'content' ? datasets : [])
  })
  return app
}
