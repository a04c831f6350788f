import {figure, h3, list, p, table, warning} from '../notation/blocks.ts'
import {type ArticleText, section, type WarningText} from '../notation/documents.ts'

export const sleepWarnings: readonly WarningText[] = [
  {
    name: 'sleep-aids',
    severity: 'info',
    title: 'About sleep aids from the store',
    body: [
      p`Many contain an antihistamine, an allergy medicine that makes you drowsy. It can leave you
        groggy the next day, and in older adults it can cause confusion and falls. Ask a pharmacist
        first if you take other medicines, are over 65, or are pregnant.`,
    ],
  },
]

export const sleep: ArticleText = {
  slug: 'sleep',
  title: 'Better sleep: small steps that work',
  summary: `Most adults need at least seven hours of sleep. A few plain habits can help you get them,
    and when habits are not enough, there is a treatment that works without pills.`,
  smsSummary: 'Sleep and mood: small steps to try tonight',
  topics: ['sleep'],
  hero: {
    drawing: 'hero-sleep',
    alt: 'A crescent moon and a few stars over sleeping hills.',
  },
  published: '2026-10-05',
  reviewed: '2026-10-02',
  nextReview: '2028-10-02',
  keyPoints: [
    'Get up at the same time each day, weekends too.',
    'Stop caffeine at least six hours before bed.',
    'If you cannot sleep, get up and do something calm.',
    'For long-lasting insomnia, ask about CBT-I.',
  ],
  opening: [
    p`A bad night now and then is part of life. Weeks of them wear you down. Your mood drops, small
      things annoy you, and it gets hard to focus.[@nhlbi-sleep] The good news is that sleep responds
      to habits, and most of them are free.`,
  ],
  sections: [
    section('how-much', 'How much sleep is enough?')(
      p`Adults do best with seven hours or more each night.[@watson-2015] Teens and children need
        more. What counts is not only the number. If you wake up rested and stay alert through a dull
        afternoon, you are likely getting enough.`,
      p`Sleep comes in cycles of about 90 minutes. Deep sleep fills the first part of the night, and
        dreams fill the last. That is why a short night cuts your dreams, and a night of waking up
        often leaves you tired even after eight hours in bed.`,
      figure(
        'figure-sleep-cycles',
        `A stepped line that runs from evening to morning. It drops to deep sleep three times, for
         a shorter time each time. In between, it rises to dream sleep four times, for longer each
         time.`,
        `One night, from left to right. The line falls to deep sleep early in the night. The gold
         bars are dream sleep, which comes mostly toward morning.`,
      ),
    ),
    section('habits', 'Habits to try tonight')(
      p`Start with one or two. Give each a week.`,
      table('Small changes, and why they work')`
        Change                                  | Why it works
        Get up at the same time each day        | It sets your body clock
        Go out into daylight in the morning     | Light tells the brain that the day has begun
        Keep the bedroom cool, dark, and quiet  | A small drop in body heat brings on sleep
        Put screens away for the last hour      | Bright light and news keep you alert
        Use the bed for sleep and sex only      | The brain learns what the bed is for
      `,
      h3`Coffee, alcohol, and late meals`,
      p`Caffeine lasts longer than it feels. In one study, a large dose taken six hours before bed cut
        sleep by more than an hour.[@drake-2013] Alcohol makes you drowsy at first, but you sleep
        worse once it wears off. A heavy meal late at night can do the same.`,
    ),
    section('awake-at-night', 'When you lie awake')(
      list`
        1. Do not watch the clock. Turn it to the wall.
        2. If you are still awake after what feels like 20 minutes, get up.
           - Keep the light low.
           - Read, fold laundry, or listen to something quiet.
        3. Go back to bed when your eyes feel heavy.
        4. Get up at your usual time, even after a bad night.
      `,
      p`Worry often comes at night. Early in the evening, write down what is on your mind and one next
        step for each thing. It is then on paper, and you do not have to hold it.`,
    ),
    section('when-to-see-a-doctor', 'When habits are not enough')(
      p`See a doctor if poor sleep lasts for three months, if you snore loudly and are tired all day,
        or if you nod off while driving. Up to 1 in 10 adults has insomnia that lasts, and it can be
        a sign of depression or anxiety.[@morin-2012]`,
      p`The first treatment to try for long-lasting insomnia is cognitive behavioral therapy for
        insomnia, or CBT-I.[@qaseem-2016] It takes six to eight sessions, with a therapist or online.
        You learn to time your sleep, calm your mind, and break habits that keep you awake. The steps
        in this article come from the same
        research.[@nhlbi-sleep, @drake-2013, @morin-2012, @qaseem-2016]`,
      warning('sleep-aids'),
    ),
  ],
  related: ['panic-attacks', 'caregivers'],
}
