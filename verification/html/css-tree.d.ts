/** css-tree in one file: its 125 modules take four times as long to load, and are the same code. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree'
}
