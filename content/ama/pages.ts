/** Page ranges in full, with a hyphen: `411-9` is `411-419` (AMA Manual of Style, section 3.11.8). */
const RANGE = /^(\d+)\s*[-\u2010-\u2015]+\s*(\d+)$/

export const formatPages = (pages: string): string =>
  pages
    .split(/\s*,\s*/)
    .map((part) => {
      const [, first, last] = RANGE.exec(part) ?? []
      if (first === undefined || last === undefined)
        return part.replace(/\s*[\u2010-\u2015]\s*/g, '-')
      return `${first}-${first.slice(0, Math.max(first.length - last.length, 0))}${last}`
    })
    .join(', ')
