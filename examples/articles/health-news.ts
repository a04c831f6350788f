import {h3, list, p} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const healthNews: ArticleText = {
  slug: 'health-news',
  title: 'How to read health news without getting fooled',
  summary: `A headline says that a food cures or a pill kills. Six plain questions help you tell
    solid news from noise, and one famous case shows why they matter.`,
  smsSummary: 'Health news: six questions to ask before you believe a headline',
  topics: ['general'],
  hero: {
    drawing: 'hero-health-news',
    alt: 'A folded newspaper under a magnifying glass.',
  },
  published: '2026-11-16',
  reviewed: '2026-11-11',
  nextReview: '2028-11-11',
  keyPoints: [
    'One study is seldom the last word.',
    'Ask who was studied, how many, and compared with what.',
    'Look at the real numbers, not just "twice the risk."',
  ],
  opening: [
    p`Health news can help you. It can also scare you for no reason, or sell you something. Before you
      share a story, or change what you do, ask a few questions.[@medlineplus-evaluating]`,
  ],
  sections: [
    section('six-questions', 'Six questions to ask')(
      list`
        1. **Who says so?** Is there a link to the study, or to a public health agency?
        2. **Who was studied?** Mice and cells are not people.
        3. **How many?** Ten people can mislead. Thousands mislead less.
        4. **Compared with what?** A fair test has a group that did not get the treatment.
        5. **How big is the effect?** See the next heading.
        6. **Who paid?** And who earns money if you believe it?
      `,
      h3`"Twice the risk" of what?`,
      p`Say that a food doubles the risk of a rare illness. If 1 in 10,000 people gets it, then 2 in
        10,000 do after the change. That is twice as many, but 9,998 people are still fine. Always
        look for the real numbers. Large ones may be written short: 10^4^ is 10,000.`,
    ),
    section('a-famous-case', 'A study that was taken back')(
      p`In 1998 a medical journal printed a report on 12 children. It hinted at a link between the
        measles, mumps, and rubella (MMR) vaccine and autism.[@wakefield-1998] News of it went around
        the world, and many parents became afraid of the vaccine.`,
      p`Test it with the six questions. There were only 12 children, and no group to compare them
        with. Later it came out that facts about the children had been changed.[@godlee-2011] In 2010
        the journal _retracted_ the report. That means it was formally taken
        back.[@wakefield-1998] Since then, studies of more than a million children have found no link
        between vaccines and autism.[@taylor-2014]`,
      p`The false story is still passed on today. That is why our reference lists mark a retracted
        study, so that you can see it at a glance.`,
    ),
    section(
      'our-own-mistakes',
      'What we do about our own mistakes',
    )(
      p`We make mistakes too. When we find one, we mend the article and say at the end what was wrong.
        If an article could do harm, we withdraw it and tell you why. If you spot an error, please
        [write to the editors](mailto:editors@health.example). To check a claim yourself, start with
        [MedlinePlus](https://medlineplus.gov/), which is run by the National Library of Medicine.`,
    ),
  ],
  related: ['sleep', 'ketamine'],
}
