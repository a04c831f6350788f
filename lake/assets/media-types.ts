/** What an asset is served as. */

/** Formats that image-size reads, with the extension that Sanity gives them. */
export const IMAGE_FORMATS: Readonly<
  Record<string, {readonly extension: string; readonly mimeType: string}>
> = {
  avif: {extension: 'avif', mimeType: 'image/avif'},
  bmp: {extension: 'bmp', mimeType: 'image/bmp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  heif: {extension: 'heif', mimeType: 'image/heif'},
  jpg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
}

/** Files that a browser may show by itself, because they cannot hold a script. */
export const SHOWN_FILES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  srt: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  wav: 'audio/wav',
  webm: 'video/webm',
}

export const mimeTypeOfImage = (extension: string): string | undefined =>
  Object.values(IMAGE_FORMATS).find((format) => format.extension === extension)?.mimeType
