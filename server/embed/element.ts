/**
 * `<throwline-article slug country language theme label>`: the article in a frame that is as high as its
 * content. What stands inside the element is there until the article is, and stays when it does not come.
 * Needs no build on the page around it and no library; it asks nobody but us, and keeps nothing.
 */
import {createHash} from 'node:crypto'

/** In a reader's browser, so nothing from outside of it is used. `home`: the address of `/embed/`. */
const define = (home: string): void => {
  const name = 'throwline-article'
  if (customElements.get(name) !== undefined) return
  const choices = ['country', 'language', 'theme']
  const {origin} = new URL(home)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:0;border:0;border-radius:.875rem;box-shadow:0 0 0 1px #8886;visibility:hidden}',
  )
  class ThrowlineArticle extends HTMLElement {
    static observedAttributes = ['slug', ...choices]
    #frame: HTMLIFrameElement | undefined
    #isAsked = false
    readonly #slot = document.createElement('slot')
    readonly #root = this.attachShadow({mode: 'open'})
    readonly #listen = ({source, origin: from, data}: MessageEvent): void => {
      const frame = this.#frame
      if (frame === undefined || source !== frame.contentWindow || from !== origin) return
      if (data?.throwline !== 'height' || !(data.height > 0 && data.height < 1e6)) return
      frame.style.height = `${data.height}px`
      frame.style.visibility = 'visible'
      frame.title = this.getAttribute('label') ?? String(data.title)
      this.#slot.style.display = 'none'
    }
    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [sheet]
      addEventListener('message', this.#listen)
      this.#ask()
    }
    disconnectedCallback(): void {
      removeEventListener('message', this.#listen)
    }
    attributeChangedCallback(): void {
      if (this.isConnected) this.#ask()
    }
    #ask(): void {
      if (this.#isAsked) return
      this.#isAsked = true
      queueMicrotask(() => {
        this.#isAsked = false
        this.#show()
      })
    }
    #show(): void {
      const slug = this.getAttribute('slug')
      this.#frame?.remove()
      this.#frame = undefined
      this.#slot.style.display = ''
      this.#root.append(this.#slot)
      if (!slug) return
      const url = new URL(encodeURIComponent(slug), home)
      for (const choice of choices) {
        const value = this.getAttribute(choice)
        if (value) url.searchParams.set(choice, value)
      }
      const link = document.createElement('a')
      link.href = url.href
      link.textContent = this.getAttribute('label') ?? slug
      this.#slot.replaceChildren(link)
      const frame = document.createElement('iframe')
      frame.src = url.href
      frame.title = link.textContent
      frame.referrerPolicy = 'no-referrer'
      this.#frame = frame
      this.#root.append(frame)
    }
  }
  customElements.define(name, ThrowlineArticle)
}

/** Types leave spaces where they stood. */
const squeezed = (code: string): string => code.replace(/\s*\n\s*/g, '\n').replace(/ {2,}/g, ' ')

/** A module. */
export const ELEMENT_SCRIPT = `(${squeezed(define.toString())})(new URL('./',import.meta.url).href)\n`

/** Changes with every letter of it. */
export const ELEMENT_VERSION = createHash('sha256')
  .update(ELEMENT_SCRIPT)
  .digest('base64url')
  .slice(0, 12)
