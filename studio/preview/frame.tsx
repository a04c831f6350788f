/**
 * A finished page in a frame that can run nothing: no scripts, forms or pop-ups, whatever the page
 * says. Of the page's origin we keep ours, only so that a new version takes the place of the old one
 * without losing where the editor had scrolled to.
 */
import {type CSSProperties, type ReactNode, useEffect, useRef, useState} from 'react'

export interface FrameProps {
  /** For screen readers. */
  readonly title: string
  readonly html: string
  /** Pixels of the window that the page believes it has. */
  readonly width: number
  readonly height: number
  /** 0.5 shows it at half its size. */
  readonly scale?: number
  readonly style?: CSSProperties
}

/** Takes over head and body without loading the page anew; false when that cannot be. */
const replace = (frame: HTMLIFrameElement, html: string): boolean => {
  const page = frame.contentDocument
  if (page?.body === null || page?.body === undefined) return false
  const next = new DOMParser().parseFromString(html, 'text/html')
  const {documentElement: old} = page
  for (const {name, value} of next.documentElement.attributes) old.setAttribute(name, value)
  // a policy is read once, when a page is loaded: another one needs another page
  const policyOf = (each: Document) =>
    each.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
  if (policyOf(page) !== policyOf(next)) return false
  if (page.head.innerHTML !== next.head.innerHTML) page.head.replaceWith(page.adoptNode(next.head))
  page.body.replaceWith(page.adoptNode(next.body))
  return true
}

export const Frame = ({title, html, width, height, scale = 1, style}: FrameProps): ReactNode => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState(html)
  const shown = useRef(html)

  useEffect(() => {
    if (shown.current === html) return
    shown.current = html
    if (frame.current === null || !replace(frame.current, html)) setLoaded(html)
  }, [html])

  return (
    <div style={{width: width * scale, height: height * scale, overflow: 'hidden', ...style}}>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={loaded}
        width={width}
        height={height}
        style={{
          border: 0,
          display: 'block',
          // the Studio's own style sheet keeps frames within their column
          maxWidth: 'none',
          width,
          height,
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
        }}
      />
    </div>
  )
}
