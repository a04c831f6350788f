import {h3, list, p, table} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const caregivers: ArticleText = {
  slug: 'caregivers',
  title: 'Caring for someone, and staying well yourself',
  summary: `Looking after a parent, a partner, or a child who is ill can be a labor of love, and a
    lonely one. How to share the load, rest, and keep your own ties alive.`,
  smsSummary: 'Caregivers: how to share the load and feel less alone',
  topics: ['caregiving', 'loneliness'],
  hero: {
    drawing: 'hero-caregivers',
    alt: 'Two cups on a small table, with steam curling up and joining above them.',
  },
  published: '2026-08-24',
  updated: '2026-09-03',
  reviewed: '2026-08-20',
  nextReview: '2027-08-20',
  keyPoints: [
    'Strain is a health risk. Rest is part of the job.',
    'Ask for one task at a time, from one person at a time.',
    'Loneliness is common among caregivers, and it can be eased.',
  ],
  opening: [
    p`If you help an adult or a child with daily life because of illness, age, or disability, you are
      a caregiver. In 2020, about 53 million people in the United States
      were.[@aarp-caregiving-2020] Most had not planned to be, and few were trained for it.`,
  ],
  sections: [
    section('know-the-strain', 'Know the signs of strain')(
      p`Care can bring you close to somebody. It can also wear you out. One study of older husbands
        and wives found that those who cared for their partner, and felt strained by it, were more
        likely to die in the next four years than people who were not
        caregivers.[@schulz-1999] Take these signs seriously in yourself:`,
      list`
        - you sleep badly, or you are tired all day
        - you snap at the person you care for, and then feel guilty
        - you skip your own doctor visits
        - you drink more, or eat much less or much more
        - nothing gives you joy
      `,
      p`If the last one has gone on for two weeks, talk to a doctor. It may be depression, which can
        be treated.`,
    ),
    section('share-the-load', 'Share the load')(
      p`People often want to help, but they do not know how. Make it easy for them.`,
      list`
        - Write down all that you do in a week.
          - Mark what only you can do.
          - Mark what others could do.
            - Which tasks need no skill? Think of shopping, laundry, or a ride.
            - Which could be done from far away? Think of bills, forms, or phone calls.
        - Ask one person for one task, with a day and a time.
        - Say yes when somebody offers, even if they will do it their way.
        - Find out what is on offer where you live.
          - _Respite care_ gives you hours or days off.
          - _Adult day centers_ offer company and meals.
      `,
      h3`A plan for one week`,
      table('An example of a shared week', {header: false})`
        Monday    | Neighbor brings lunch
        Wednesday | Brother calls about bills, from home
        Thursday  | Adult day center, 10 to 3: you rest or see a friend
        Saturday  | Friend from church sits in for two hours
      `,
    ),
    section('feel-less-alone', 'Feel less alone')(
      p`About 1 in 5 caregivers says that they feel alone.[@aarp-caregiving-2020] Loneliness is not a
        flaw. It is a signal, like thirst, that you need people. It is also very common: about half
        of adults in the United States have felt it in recent
        years.[@surgeon-general-loneliness] Over time it harms the body too, and raises the risk of
        an early death.[@holt-lunstad-2015]`,
      p`Small contacts count. Try one of these this week:`,
      list`
        - Call one person while you fold the wash.
        - Chat with the clerk, the bus driver, or a neighbor.
        - Join a caregivers' group, online or near you. They will know what you mean.
        - Keep one thing that is yours: a choir, a walk, or a weekly game of cards.
      `,
    ),
    section(
      'rest',
      'Rest without guilt',
    )(
      p`You cannot pour from an empty jug. Ten minutes outdoors, a meal eaten sitting down, or an
        early night is not selfish. It lets you go on. If your nights are broken, our article on
        [better sleep](/sleep/) has steps that you can take in pieces.`,
    ),
  ],
  related: ['sleep', 'suicide-loss'],
  corrections: [
    {
      date: '2026-09-03',
      note: `An earlier version gave the number of family caregivers in the United States as 43
        million. That figure was from 2015. The report that we cite gives 53 million, for 2020.`,
    },
  ],
}
