/** Words that stand in the page's source and on nobody's screen, an attribute a row. */
export const UNSEEN: Readonly<Record<string, string>> = {
  alt: 'it is the words behind a picture, which nobody can see or dial',
  'aria-label': 'it is in an aria-label, for screen readers alone',
  content: 'it is in <meta>, for search engines alone',
  title: 'it is in a title attribute, which shows only under a mouse',
}
