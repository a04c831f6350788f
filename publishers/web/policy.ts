/**
 * The content security policy (CSP Level 3) of every page: nothing runs but what is named, nothing is fetched
 * but images, nothing is sent but a form of ours to ourselves. A data block such as JSON-LD is not a script to it.
 */
import type {Image} from '../../content/model.ts'
import {FORM_STYLE_HASH} from './joining/form-style.ts'
import {STYLE_HASH} from './style.ts'

const originOf = ({url}: Image): readonly string[] =>
  URL.canParse(url) ? [new URL(url).origin] : []

/**
 * `images`: those on the page; the origin of a hosted one is let through, and no other. `sheet`: the hash of a
 * style sheet of the page's own. `script`: the hash of the one script that may run.
 */
export const contentSecurityPolicy = (
  images: readonly Image[],
  hasForm: boolean,
  sheet: string = hasForm ? FORM_STYLE_HASH : STYLE_HASH,
  script?: string,
): string => {
  const origins = [...new Set(images.flatMap(originOf))]
  return [
    "default-src 'none'",
    ["img-src 'self'", ...origins].join(' '),
    `style-src '${sheet}'`,
    ...(script === undefined ? [] : [`script-src '${script}'`]),
    "base-uri 'none'",
    `form-action '${hasForm ? 'self' : 'none'}'`,
  ].join('; ')
}
