/** Fills an empty lake from a dataset: its documents as they are, its images as assets. */
import {randomUUID} from 'node:crypto'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {SourceError} from '../../errors.ts'
import {type Asset, type AssetPlace, fileAsset, imageAsset} from '../assets/asset-document.ts'
import type {AssetStore} from '../assets/asset-store.ts'
import {BadRequest} from '../bad-request.ts'
import {type LakeDocument, makeDocument} from '../document.ts'
import {isValidId} from '../ids.ts'
import {isObject, type JsonObject, text} from '../json.ts'
import {newTransactionId} from '../transactions/transact.ts'
import {type ReadDataset, readDataset} from './read-dataset.ts'

export interface Seed {
  readonly documents: readonly LakeDocument[]
  readonly assets: number
}

/** Most documents name none, and are taken as they are. */
const namesAsset = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(namesAsset)
  if (!isObject(value)) return false
  return '_sanityAsset' in value || Object.values(value).some(namesAsset)
}

/** `image@file://./images/hero.png` */
const ASSET = /^(image|file)@(.+)$/

const pathOf = (url: string): string | undefined => {
  if (url.startsWith('file://./')) return decodeURIComponent(url.slice('file://'.length))
  return url.startsWith('file:///') ? fileURLToPath(url) : undefined
}

class Seeder {
  readonly #dataset: ReadDataset
  readonly #assets: AssetStore
  readonly #place: AssetPlace
  readonly #revision = newTransactionId()
  readonly #now = new Date().toISOString()
  /** Asset documents by what the dataset calls them. */
  readonly #known = new Map<string, LakeDocument>()

  constructor(dataset: ReadDataset, assets: AssetStore, place: AssetPlace) {
    this.#dataset = dataset
    this.#assets = assets
    this.#place = place
  }

  async run(): Promise<Seed> {
    const documents = new Map<string, LakeDocument>()
    for (const source of this.#dataset.documents) {
      const replaced = namesAsset(source) ? await this.#replaceAssets(source) : source
      const document = this.#document(isObject(replaced) ? replaced : source)
      if (documents.has(document._id)) {
        throw this.#fault(`The dataset holds ${JSON.stringify(document._id)} twice. Remove one.`)
      }
      documents.set(document._id, document)
    }
    const assets = [
      ...new Map([...this.#known.values()].map((asset) => [asset._id, asset])).values(),
    ]
    const added = assets.filter(({_id}) => !documents.has(_id))
    return {documents: [...documents.values(), ...added], assets: assets.length}
  }

  #fault(message: string, code = 'SOURCE_LINE_INVALID'): SourceError {
    return new SourceError({code, source: this.#dataset.name, message})
  }

  #document(source: JsonObject): LakeDocument {
    const id = text(source['_id']) ?? randomUUID()
    if (!isValidId(id)) {
      throw this.#fault(`${JSON.stringify(id)} is not a valid _id. Give the document another.`)
    }
    return makeDocument(source, {
      _id: id,
      _type: text(source['_type']) ?? '',
      _rev: text(source['_rev']) ?? this.#revision,
      _createdAt: text(source['_createdAt']) ?? this.#now,
      _updatedAt: text(source['_updatedAt']) ?? this.#now,
    })
  }

  async #replaceAssets(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.#replaceAssets(item)))
    if (!isObject(value)) return value
    const {_sanityAsset: named, ...rest} = value
    const entries = await Promise.all(
      Object.entries(rest).map(
        async ([key, inner]) => [key, await this.#replaceAssets(inner)] as const,
      ),
    )
    const kept = Object.fromEntries(entries)
    if (typeof named !== 'string') return kept
    const asset = await this.#asset(named)
    return {...kept, asset: {_type: 'reference', _ref: asset._id}}
  }

  #image(bytes: Uint8Array, named: string): Asset {
    try {
      return imageAsset(bytes, this.#place)
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error
      throw this.#fault(`${JSON.stringify(named)}: ${error.message}`, 'ASSET_REFUSED')
    }
  }

  async #asset(named: string): Promise<LakeDocument> {
    const known = this.#known.get(named)
    if (known !== undefined) return known
    const [, kind, url = ''] = ASSET.exec(named) ?? []
    const path = pathOf(url)
    const bytes = path === undefined ? undefined : await this.#dataset.file(path)
    if (path === undefined || bytes === undefined) {
      throw this.#fault(
        `The asset ${JSON.stringify(named)} is not there. Export the dataset with its assets, and give the archive, or put the file beside the dataset.`,
        'ASSET_MISSING',
      )
    }
    const fileName = basename(path)
    const asset =
      kind === 'image' ? this.#image(bytes, named) : fileAsset(bytes, fileName, this.#place)
    await this.#assets.put(kind === 'image' ? 'images' : 'files', asset.fileName, bytes)
    const document = this.#document({
      _id: asset.id,
      ...asset.attributes,
      originalFilename: fileName,
    })
    this.#known.set(named, document)
    return document
  }
}

/** Throws SourceError for what the dataset cannot give; the lake is then as empty as before. */
export const readSeed = (path: string, assets: AssetStore, place: AssetPlace): Promise<Seed> =>
  readDataset(path, (dataset) => new Seeder(dataset, assets, place).run())
