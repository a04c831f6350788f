/** Uploads, and the files themselves. */
import {Hono} from 'hono'
import {basename} from 'node:path'
import {ASSET_KINDS, type AssetKind} from '../../assets/asset-store.ts'
import {fileAsset, imageAsset} from '../../assets/asset-document.ts'
import {mimeTypeOfImage, SHOWN_FILES} from '../../assets/media-types.ts'
import type {JsonObject} from '../../json.ts'
import {transact} from '../../transactions/transact.ts'
import {LOCAL_EDITOR} from '../../users/local-editor.ts'
import {ApiError} from '../api-error.ts'
import {readBytes} from '../body.ts'
import type {LakeContext} from '../context.ts'
import {json} from '../json-answer.ts'

/** What an upload may say about its asset. */
const TEXTS: readonly string[] = ['label', 'title', 'description', 'creditLine']

const described = (query: Readonly<Record<string, string>>): JsonObject => {
  const {filename, sourceId, sourceName, sourceUrl} = query
  const source = {
    ...(sourceId !== undefined && {id: sourceId}),
    ...(sourceName !== undefined && {name: sourceName}),
    ...(sourceUrl !== undefined && {url: sourceUrl}),
  }
  return {
    ...(filename !== undefined && filename !== '' && {originalFilename: basename(filename)}),
    ...Object.fromEntries(
      TEXTS.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
    ),
    ...(Object.keys(source).length > 0 && {source}),
  }
}

/** An asset is served so that nothing in it runs, whatever it is. */
const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=31536000, immutable',
}

const contentType = (kind: AssetKind, name: string): string | undefined => {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  if (kind === 'images') return mimeTypeOfImage(extension)
  return Object.hasOwn(SHOWN_FILES, extension) ? SHOWN_FILES[extension] : undefined
}

const disposition = (download: string | undefined, name: string, shown: boolean): string => {
  if (download === undefined && shown) return 'inline'
  const given = download === undefined || download === '' || download === 'true' ? name : download
  return `attachment; filename*=UTF-8''${encodeURIComponent(given)}`
}

export const assetRoutes = (lake: LakeContext): Hono => {
  const app = new Hono()
  const {store, assets, projectId, dataset} = lake

  for (const kind of ASSET_KINDS) {
    app.post(`/:version/assets/${kind}/:dataset`, async (c) => {
      const bytes = await readBytes(c.req.raw, lake.limits.asset)
      if (bytes.length === 0) throw new ApiError(400, 'Bad Request', 'The asset is empty')
      const query = c.req.query()
      const at = {projectId, dataset, origin: lake.origin()}
      const asset =
        kind === 'images' ? imageAsset(bytes, at) : fileAsset(bytes, query['filename'] ?? '', at)
      // the file first: a document never stands for one that is not there
      await assets.put(kind, asset.fileName, bytes)
      const {documents} = await transact(
        {store, identity: LOCAL_EDITOR.id, dryRun: false},
        (staging) =>
          staging.createIfNotExists({_id: asset.id, ...asset.attributes, ...described(query)}, 0),
      )
      return json({document: documents(asset.id)})
    })

    app.get(`/${kind}/:project/:dataset/:name/:vanity?`, async (c) => {
      const name = c.req.param('name')
      const bytes = await assets.read(kind, name)
      if (bytes === undefined) throw new ApiError(404, 'Not Found', 'There is no such asset')
      const type = contentType(kind, name)
      return new Response(bytes, {
        headers: {
          ...SAFE,
          'content-type': type ?? 'application/octet-stream',
          'content-disposition': disposition(c.req.query('dl'), name, type !== undefined),
        },
      })
    })
  }

  return app
}
