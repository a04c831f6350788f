/** The numbers of the document in the form, for every citation in it. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {useFormValue} from 'sanity'
import {isObject} from '../../content/json-object.ts'
import {fieldsOf, textOf} from '../../schemas/shapes.ts'
import {asPublished, reach, titleOf, typeOf} from '../newsroom/papers.ts'
import {usePapers} from '../store/use-papers.ts'
import {publishedId} from '../where-used/stored.ts'
import {type Numbering, numberingsFor} from './numbering.ts'

export interface Numberings {
  /** The first is the one that is shown; never empty inside a document that has citations. */
  readonly numberings: readonly Numbering[]
  /** A source's title, as far as it is known. */
  readonly titleOf: (id: string) => string | undefined
}

const NumberingContext = createContext<Numberings>({numberings: [], titleOf: () => undefined})

export const useNumberings = (): Numberings => useContext(NumberingContext)

/** Around the form of an article, section or warning. */
export const NumberingProvider = ({children}: {readonly children: ReactNode}): ReactNode => {
  const form = useFormValue([])
  const {papers, store} = usePapers('drafts')
  const [articleIds, setArticleIds] = useState<readonly string[]>([])
  const document = useMemo(() => (isObject(form) ? asPublished(form) : undefined), [form])
  const id = textOf(fieldsOf(document)['_id'])
  const isArticle = typeOf(document) === 'article'

  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const ids = isArticle || id === '' ? [] : await store.reaching(id)
      if (isCurrent) setArticleIds(ids)
    }
    // numbers are a help, not a need: without them citations show their titles
    load().catch(() => setArticleIds([]))
    return () => {
      isCurrent = false
    }
  }, [store, id, isArticle])

  const isAsking = useRef(false)
  useEffect(() => {
    const articles = articleIds.map((each) => papers.get(each)).filter(isObject)
    const roots = document === undefined ? articles : [document, ...articles]
    // each answer changes the papers, and so comes here again: one question at a time
    if (isAsking.current || roots.every((root) => reach(root, papers).missing.length === 0)) return
    isAsking.current = true
    const asked = (): void => {
      isAsking.current = false
    }
    store.ensure(roots).then(asked, asked)
  }, [store, papers, document, articleIds])

  const value = useMemo((): Numberings => {
    const lookup = (each: string) => {
      const paper = each === id ? document : papers.get(publishedId(each))
      return isObject(paper) ? fieldsOf(paper) : undefined
    }
    const articles = articleIds
      .map((each) => papers.get(each))
      .filter((each) => typeOf(each) === 'article')
    return {
      numberings:
        document === undefined
          ? []
          : numberingsFor(fieldsOf(document), articles.map(fieldsOf), lookup),
      titleOf: (each) => titleOf(papers.get(publishedId(each))),
    }
  }, [document, papers, articleIds, id])

  return <NumberingContext.Provider value={value}>{children}</NumberingContext.Provider>
}
