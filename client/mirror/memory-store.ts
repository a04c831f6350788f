import type {PartnerArticle} from '../types.ts'
import type {MirrorState, MirrorStore} from './store.ts'

/** Copies that last as long as the process. */
export const memoryStore = (): MirrorStore => {
  const articles = new Map<string, PartnerArticle>()
  let last: MirrorState | undefined
  return Object.freeze<MirrorStore>({
    state: async () => last,
    saveState: async (state) => {
      last = state
    },
    ids: async () => [...articles.keys()],
    get: async (id) => articles.get(id),
    put: async (article) => {
      articles.set(article.id, article)
    },
    remove: async (id) => articles.delete(id),
  })
}
