import {defineConfig} from 'astro/config'

/** Without highlighting of code, of which there is none, and without typographic quotes. */
export default defineConfig({
  outDir: process.env.BENCH_OUT,
  cacheDir: './.cache',
  markdown: {syntaxHighlight: false, smartypants: false},
})
