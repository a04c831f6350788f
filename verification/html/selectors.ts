/** Selectors as tests that rather match too much than too little. */
import {compile} from 'css-select'
import type {Element} from './dom.ts'

/** States and places that a document read once cannot tell: they may hold at some time. */
const DYNAMIC =
  /:(?:hover|focus|focus-visible|focus-within|active|visited|link|any-link|target|checked|open|popover-open|modal|fullscreen|autofill|dir\([^)]*\)|lang\([^)]*\))/g
const PSEUDO_ELEMENT =
  /::?(?:before|after|first-letter|first-line|marker|selection|backdrop|placeholder)\b.*$/

export const isPseudoElement = (selector: string): boolean => PSEUDO_ELEMENT.test(selector)

const always = (): boolean => true

/** For one complex selector; compiled once a style sheet. */
export const selectorTest = (selector: string): ((element: Element) => boolean) => {
  // Keyframe selectors: what they do is judged by the `animation` that names them.
  if (/^(?:from|to|[\d.]+%)$/.test(selector)) return () => false
  const plain = selector.replace(PSEUDO_ELEMENT, '').replace(DYNAMIC, '')
  if (plain === '' || /[>+~ ]$/.test(plain)) return always
  try {
    return compile<Element, Element>(plain)
  } catch {
    return always
  }
}
