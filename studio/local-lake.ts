/**
 * The Studio on the local Content Lake: no project, no account. Nothing of this file is in the bundle of
 * a Studio for a hosted project.
 */
import type {AuthConfig} from 'sanity'

/** `throwline lake` and `npm start` use these. */
const PROJECT = 'local'
const DATASET = 'production'
const LAKE = 'http://localhost:3900'

/** Where Sanity's Studio looks for the token of a project. */
const TOKEN_KEY = `__studio_auth_token_${PROJECT}`

/** RFC 6761, section 6.3, and the loopback addresses. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)

/**
 * On the loopback the lake takes any token, so a first visit needs no sign-in. Elsewhere the lake
 * demands one of its own, which nobody but its owner may hand out.
 */
const signIn = (): void => {
  if (typeof window === 'undefined' || !isLoopback(window.location.hostname)) return
  try {
    if (window.localStorage.getItem(TOKEN_KEY) !== null) return
    const value = {token: 'local', time: new Date().toISOString()}
    window.localStorage.setItem(TOKEN_KEY, JSON.stringify(value))
  } catch {
    // storage is switched off: the Studio says so itself
  }
}

/** A server with its lake elsewhere says where: `<meta name="throwline-lake" content="http://localhost:3901">`. */
const servedLake = (): string | undefined => {
  if (typeof document === 'undefined') return undefined
  const said = document.querySelector('meta[name="throwline-lake"]')?.getAttribute('content') ?? ''
  return URL.canParse(said) ? new URL(said).origin : undefined
}

interface LocalProject {
  readonly projectId: string
  readonly dataset: string
  readonly apiHost: string
  readonly auth: AuthConfig
  /** The newer strategy asks in words that only the hosted service knows. */
  readonly search: {readonly strategy: 'groqLegacy'}
  // what a lake has no place for
  readonly releases: {readonly enabled: false}
  readonly scheduledDrafts: {readonly enabled: false}
  readonly tasks: {readonly enabled: false}
  readonly announcements: {readonly enabled: false}
  readonly document: {readonly comments: {readonly enabled: false}}
}

/** `apiHost`: the lake's address, whose host must be `localhost`: the Studio asks `local.<host>`. */
export const localProject = (apiHost: string | undefined): LocalProject => {
  signIn()
  return {
    projectId: PROJECT,
    dataset: DATASET,
    apiHost: apiHost !== undefined && apiHost !== '' ? apiHost : (servedLake() ?? LAKE),
    auth: {loginMethod: 'token', providers: []},
    search: {strategy: 'groqLegacy'},
    releases: {enabled: false},
    scheduledDrafts: {enabled: false},
    tasks: {enabled: false},
    announcements: {enabled: false},
    document: {comments: {enabled: false}},
  }
}
