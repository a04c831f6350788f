/** Numbers as people read them: `1,234 files`. */

/** Of a whole number, not negative. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** With a noun whose plural ends in s. */
export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
