import {list, p, quote, table, warning} from '../notation/blocks.ts'
import {type ArticleText, section, type WarningText} from '../notation/documents.ts'
import {helpNow} from '../shared.ts'

export const eatingWarnings: readonly WarningText[] = [
  {
    name: 'eating-disorder-body',
    severity: 'danger',
    title: 'Signs that the body is in danger',
    smsText: 'Fainting or a racing heart with an eating disorder is an emergency.',
    body: [
      p`Get medical help the same day for any of these:`,
      list`
        - fainting, or feeling faint on standing up
        - a very slow, fast, or uneven heartbeat
        - chest pain, or trouble breathing
        - muscle weakness, such as trouble getting up from the floor
        - vomiting blood
        - not eating or drinking at all
      `,
    ],
  },
]

export const eatingDisorders: ArticleText = {
  slug: 'eating-disorders',
  title: 'Eating disorders: early signs, and how to start a talk',
  summary: `Eating disorders are serious illnesses, not a choice or a phase. You cannot see them by
    looking at somebody's size. Know the early signs and how to bring them up.`,
  smsSummary: 'Eating disorders: signs, and how to bring them up',
  topics: ['eating-disorder'],
  hero: {
    drawing: 'hero-eating-disorders',
    alt: 'A table by a window, laid for two, with a bowl of fruit between the plates.',
  },
  published: '2026-10-26',
  reviewed: '2026-10-21',
  nextReview: '2027-10-21',
  keyPoints: [
    'People of any size, age, or gender can have an eating disorder.',
    'A change in behavior often shows before a change in weight.',
    'Talk about what you see and how you feel, not about weight or looks.',
    'Early treatment works best.',
  ],
  opening: [
    p`An eating disorder is an illness in which food, weight, or eating takes over a person's life.
      It is not a diet gone wrong, and it is not anyone's fault. Most people who have one do not look
      ill.[@nimh-eating-disorders]`,
    p`With the right care, people do get better. The sooner treatment starts, the
      better.[@nice-eating-disorders]`,
  ],
  sections: [
    section('kinds', 'The main kinds')(
      p`Doctors tell eating disorders apart by what a person does and fears.[@dsm-5-tr] One can turn
        into another, and many people do not fit neatly into one row of this table.`,
      table('Four eating disorders and how they show')`
        Name                                    | What happens
        Anorexia nervosa                        | Eats too little, fears weight gain, sees the body as larger than it is
        Bulimia nervosa                         | Eats a large amount while feeling out of control, then tries to undo it
        Binge-eating disorder                   | Eats a large amount while feeling out of control, does not try to undo it, and feels shame
        Avoidant/restrictive food intake disorder | Avoids many foods because of taste, feel, or fear of choking, not because of weight
      `,
    ),
    section('early-signs', 'Early signs')(
      p`No single sign proves anything. Look for a pattern that is new and that lasts.`,
      list`
        - **Around food**
          - cutting out whole groups of foods
          - eating alone, or having "already eaten"
          - going to the bathroom right after meals
        - **In the body**
          - feeling cold, tired, or dizzy
          - weight that changes quickly, up or down
          - periods that stop
        - **In mood and habits**
          - talking a lot about weight or guilt
          - exercising even when ill or hurt
          - pulling away from friends
      `,
    ),
    section('the-body', 'What it does to the body')(
      p`Too little food starves the heart, bones, and brain. Vomiting and laxatives drain the body of
        salts such as potassium (K^+^), which keeps the heartbeat steady. A blood test can find this
        when the person still feels well.`,
      p`Anorexia has one of the highest death rates of any mental illness. About 1 in 5 of those
        deaths is by suicide.[@arcelus-2011] That is why thoughts of suicide always need to be asked
        about, and taken seriously.`,
      warning('eating-disorder-body'),
    ),
    section('start-a-talk', 'How to start a talk')(
      p`Pick a calm time, away from meals. Say what you have noticed, and say that you care:`,
      quote`I have noticed that you skip lunch, and you seem worn out. I am worried. How are things
        for you?`,
      p`The person may be angry or say that nothing is wrong. Fear and shame do that. Stay kind, and
        try again another day. Do not comment on looks, not even to praise them. Do not bargain over
        bites.`,
    ),
    section(
      'treatment',
      'What treatment is like',
    )(
      p`Treatment has three parts: care for the body, help with eating, and talking therapy. For
        children and teens, therapy that brings in the family is the first choice for anorexia and
        bulimia. Adults with bulimia or binge eating are often offered guided self-help or cognitive
        behavioral therapy.[@nice-eating-disorders] A family doctor is a good place to begin. Most
        people do not need to stay in a hospital.`,
    ),
    helpNow,
  ],
  related: ['self-harm', 'health-news'],
}
