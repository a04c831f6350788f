/** A foreign value in a message: short, and safe for values nested too deep to print. */
export const show = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === undefined || value === null) return 'nothing'
  return Array.isArray(value) ? 'a list' : 'an object'
}
