/** Retracted: the page stays, and says why. The text is kept so that editors can see what was wrong. */
import {list, p} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const lightTherapy: ArticleText = {
  slug: 'light-therapy',
  title: 'Light therapy in place of antidepressants',
  summary: `Bright light in the morning can ease some kinds of depression. This article has been
    withdrawn, since it could have led readers to stop a medicine that they needed.`,
  topics: ['depression'],
  published: '2026-03-09',
  updated: '2026-05-18',
  reviewed: '2026-03-04',
  opening: [
    p`For some people, depression returns each winter. Sitting in front of a bright lamp in the
      morning can help with it.[@golden-2005]`,
  ],
  sections: [
    section(
      'what-it-is',
      'What light therapy is',
    )(
      p`A light box gives off light that is many times brighter than a lamp at home. People sit near it
        for about half an hour, soon after they wake up. It does not tan the skin.`,
    ),
    section('what-it-can-do', 'What it can do')(
      p`A review of trials found that bright light can help with seasonal depression, and perhaps with
        other kinds too.[@golden-2005] Side effects are mostly mild:`,
      list`
        - headache
        - tired eyes
        - feeling restless
      `,
    ),
    section(
      'who-should-ask-first',
      'Who should ask a doctor first',
    )(
      p`Ask first if you have an eye disease, take a medicine that makes your skin react to light, or
        have bipolar disorder.`,
    ),
  ],
  retraction: {
    date: '2026-05-18',
    reason: `This article said that light therapy can take the place of antidepressants. The research
      that it cited does not show that. Please do not stop a medicine without talking to the person
      who prescribed it.`,
  },
}
