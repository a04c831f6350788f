/** Each Markdown file a page, as it stands: no template language within. */
export default (config) => {
  config.setQuietMode(true)
  return {
    dir: {input: 'content', includes: '../_includes', output: process.env.BENCH_OUT},
    templateFormats: ['md'],
    markdownTemplateEngine: false,
  }
}
