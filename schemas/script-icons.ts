/** Subscript and superscript, which Sanity's icons lack: an x with a 2, in their size and colour. */
import {createElement, type ReactNode} from 'react'

const letter = {fill: 'currentColor', fontFamily: 'system-ui, sans-serif', fontWeight: 600}

const script = (name: string, height: number) => (): ReactNode =>
  createElement(
    'svg',
    {'data-sanity-icon': name, width: '1em', height: '1em', viewBox: '0 0 25 25'},
    createElement('text', {...letter, x: 4, y: 17, fontSize: 14}, 'x'),
    createElement('text', {...letter, x: 13, y: height, fontSize: 9}, '2'),
  )

export const SubscriptIcon = script('subscript', 20)
export const SuperscriptIcon = script('superscript', 11)
