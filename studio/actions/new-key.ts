/** A `_key` for a new item of a list: twelve hexadecimal digits, as Sanity makes them. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
