import {useCallback, useState} from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A ref for an element, and its size in pixels; undefined until it is measured. */
export const useSize = (): readonly [ref: (element: HTMLElement | null) => void, size?: Size] => {
  const [size, setSize] = useState<Size>()
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const {width, height} = entry.contentRect
      setSize({width, height})
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return size === undefined ? [ref] : [ref, size]
}
