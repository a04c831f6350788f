/** Sanity's own words, where ours can say what to do. */
import {defineLocaleResourceBundle} from 'sanity'

export const messages = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'validation',
  resources: {
    'slug.missing-current': 'Generate the address, or type one.',
    'slug.not-unique':
      'Something else in this language has the address "{{slug}}" already. Choose another; only translations share one.',
  },
})
