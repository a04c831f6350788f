/**
 * Renders drawings/<name>.svg as images/<name>.png. The drawings hold no text, so no font of the
 * machine can change them, and the renderer is pinned: the same drawing gives the same bytes.
 */
import {readdir, readFile} from 'node:fs/promises'
import {Resvg} from '@resvg/resvg-js'

const FOLDER = new URL('drawings/', import.meta.url)

export interface Picture {
  readonly name: string
  readonly png: Uint8Array
}

export const renderDrawings = async (): Promise<readonly Picture[]> => {
  const files = await readdir(FOLDER)
  const names = files.filter((file) => file.endsWith('.svg')).sort()
  return Promise.all(
    names.map(async (file) => {
      const svg = await readFile(new URL(file, FOLDER), 'utf8')
      const png = new Resvg(svg, {font: {loadSystemFonts: false}}).render().asPng()
      return {name: file.replace(/\.svg$/, ''), png}
    }),
  )
}
