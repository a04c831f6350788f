/**
 * Where documents come from. Two implementations run the same contract test
 * (tests/content/source-contract.ts): a dataset file and a Sanity project. Both hand out documents
 * as they were written; content/assemble.ts joins them.
 */
import type {Problem} from '../errors.ts'
import type {Notebook} from './notebook.ts'

/** A whole dataset, indexed by id. Documents are parsed when asked for. */
export interface Dataset {
  /** Ids of one type, in the order of the dataset. */
  ids(type: string): readonly string[]
  /** `_type` of a document; undefined when the dataset has no such id. */
  typeOf(id: string): string | undefined
  /** Bytes of JSON it takes in the dataset; 0 when there is none. */
  sizeOf(id: string): number
  /**
   * What tells one state of the document from another without reading it; undefined when there is no
   * such document. Absent where only reading tells.
   */
  stateOf?(id: string): string | undefined
  /**
   * The document, undefined when there is none. Throws ContentError (`DOCUMENT_UNREADABLE`,
   * `DUPLICATE_ID`) when it cannot be told what the document says.
   */
  read(id: string): Promise<unknown>
  /** The same without waiting. Absent where a document has to be fetched. */
  readNow?(id: string): unknown
  /** What is wrong with the set as such: duplicate, draft and version ids. */
  readonly problems: readonly DatasetProblem[]
}

export interface DatasetProblem extends Problem {
  /** `_type` of the document in question. */
  readonly documentType: string
}

/** Where a hosted project keeps its images. */
export interface ImageHost {
  readonly projectId: string
  readonly dataset: string
  /** Where a local lake serves them: `http://localhost:3900`. Sanity's own host when absent. */
  readonly baseUrl?: string
}

export interface ContentSource {
  /** For messages: a file name, or `project/dataset`. */
  readonly name: string
  /**
   * The whole dataset. Read or fetched once; later calls give the same. Throws SourceError when it
   * cannot be had whole.
   */
  dataset(): Promise<Dataset>
  /** Some documents as they stand now, by id, without those that are not there. */
  documents(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>
  /**
   * The bytes of a file that came with the dataset, by its path there (`images/x.png`); undefined
   * when there is none. Throws SourceError for a path that leaves the dataset's folder.
   */
  file(path: string): Promise<Uint8Array | undefined>
  /** Set when images are hosted rather than files of the dataset. */
  readonly imageHost?: ImageHost
  /**
   * The bytes of a hosted image, fetched once. Without it pages point to the host. Throws SourceError:
   * `SOURCE_NOT_FOUND`, `SOURCE_IMAGE_TOO_LARGE`, or why the host did not hand it over.
   */
  image?(url: string): Promise<Uint8Array>
  /** Where this may be noted for the next run over the same dataset; undefined where nothing is kept. */
  notebook?(about: 'summaries'): Promise<Notebook | undefined>
  /** Removes what was unpacked or spooled. */
  close(): Promise<void>
}
