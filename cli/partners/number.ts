import {UsageError} from '../../errors.ts'

/** Throws UsageError. */
export const parseNumber = (option: string, text: string, least: number, most: number): number => {
  const value = Number(text)
  if (/^\d{1,7}$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`${option} ${text}: write a whole number, ${least} to ${most}.`)
}
