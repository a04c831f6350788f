/** What an editor would be told: the real Studio configuration, validating against a test dataset. */
import {createMockAuthStore, createWorkspaceFromConfig, validateDocument} from 'sanity'
import config from '../../../sanity.config.ts'
import {type Doc, type Lake, openLake} from './lake.ts'

export interface Told {
  readonly level: 'error' | 'warning' | 'info'
  /** Sanity path syntax without keys: `helplines[].phone`. */
  readonly path: string
  readonly message: string
}

export interface Desk {
  /** Everything said about `document` while the dataset holds `others` and it. */
  readonly told: (document: Doc, others?: readonly Doc[]) => Promise<readonly Told[]>
  readonly lake: Lake
  readonly close: () => Promise<void>
}

const pathText = (path: readonly unknown[]): string =>
  path
    .map((step) => (typeof step === 'string' ? `.${step}` : '[]'))
    .join('')
    .replace(/^\./, '')

export const openDesk = async (): Promise<Desk> => {
  const lake = await openLake()
  const workspace = await createWorkspaceFromConfig({
    ...config,
    auth: createMockAuthStore({client: lake.client, currentUser: null}),
  })
  return {
    lake,
    told: async (document, others = []) => {
      lake.fill([...others, document])
      const markers = await validateDocument({
        // a document as the Studio holds it
        document: {_rev: 'r', _createdAt: NOW, _updatedAt: NOW, ...document},
        workspace,
        // on the command line Sanity turns the errors of objects into warnings
        environment: 'studio',
        // Sanity's own waits a quarter of a second for each document
        getDocumentExists: ({id}) => Promise.resolve(others.some(({_id}) => _id === id)),
        getClient: ({apiVersion}) => lake.client.withConfig({apiVersion}),
      })
      return markers.map(({level, path, message}) => ({level, path: pathText(path), message}))
    },
    close: lake.close,
  }
}

const NOW = '2026-11-23T09:00:00Z'
