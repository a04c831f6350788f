/**
 * Ids of a page's own parts. Sections bring theirs as slugs, which have no underscore, so these
 * never meet one.
 */
export const ID = Object.freeze({
  text: '_text',
  contents: '_contents',
  keyPoints: '_key-points',
  references: '_references',
  corrections: '_corrections',
  related: '_related',
  notice: (place: 'top' | 'end'): string => `_notice-${place}`,
  cite: (place: number): string => `_cite-${place}`,
  reference: (number: number | string): string => `_ref-${number}`,
  heading: (anchor: string): string => `${anchor}_heading`,
})
