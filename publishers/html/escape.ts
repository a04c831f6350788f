/** Text for HTML content and double-quoted attributes. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;', // AMPERSAND
  '<': '&lt;', // LESS-THAN SIGN
  '>': '&gt;', // GREATER-THAN SIGN
  '"': '&quot;', // QUOTATION MARK
  "'": '&#39;', // APOSTROPHE
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
