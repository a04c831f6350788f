import {list, p, quote, table} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const childAbuse: ArticleText = {
  slug: 'child-abuse',
  title: 'Child abuse: signs to notice, and what to do',
  summary: `Children seldom tell in words. Know the signs of abuse and neglect, how to listen if a
    child does tell you, and why you do not need proof to report it.`,
  smsSummary: 'Child abuse: signs to notice, and what to say',
  topics: ['child-abuse', 'sexual-violence'],
  hero: {
    drawing: 'hero-child-abuse',
    alt: 'A paper boat on calm water in the beam of a lighthouse.',
  },
  published: '2026-09-28',
  reviewed: '2026-09-24',
  nextReview: '2027-09-24',
  keyPoints: [
    'Look for changes that have no clear cause.',
    'If a child tells you, listen, believe, and stay calm.',
    'You do not need proof to report. A concern is enough.',
  ],
  opening: [
    p`Abuse of children happens in every kind of family and community. Most often, the person who
      does it is someone the child knows. It can be violence, sexual acts, cruel words, or neglect,
      which means that a child's basic needs are not met.[@who-child-maltreatment]`,
    p`Abuse can harm health for life. In a large study, adults who had lived through more kinds of
      hardship as children had more illness and more addiction later on.[@felitti-1998] But one
      steady adult can change the story. That adult could be you.`,
  ],
  sections: [
    section('signs', 'Signs to notice')(
      p`Any one of these can have a harmless cause. What should alert you is a pattern, or a story that
        does not fit.`,
      table('Signs by kind of abuse')`
        Kind      | What you may notice
        Physical  | Bruises on the back, ears, or neck; injuries in babies who cannot crawl; fear of going home
        Sexual    | Sexual knowledge beyond the child's age; pain or bleeding; fear of one person
        Emotional | Very low self-worth; far too eager to please; speech or growth that falls behind
        Neglect   | Often hungry or dirty; no warm clothes; no care when ill; left alone
      `,
      list`
        - In any kind of abuse, a child may
          - sleep badly or wet the bed again
          - become withdrawn, angry, or clingy
          - do worse in school
          - run away, or hurt themselves
      `,
    ),
    section('if-a-child-tells-you', 'If a child tells you')(
      p`It takes great courage to tell. How you react will stay with the child.`,
      list`
        1. **Stay calm.** Do not show shock.
        2. **Listen.** Let the child use their own words. Do not press for details.
        3. **Believe.** Children rarely make this up.
        4. **Do not promise to keep it secret.** Say that you must tell people who can help.
        5. **Write it down** soon afterward, in the words the child used.
      `,
      p`You could say:`,
      quote`Thank you for telling me. It is not your fault. I am going to help.`,
      p`Do not confront the person who may have done it. That can put the child in more danger.`,
    ),
    section('report', 'How to report it')(
      p`If a child is in danger right now, call the emergency number. In the United States it is
        [911](tel:911). In other cases, call the child protection agency where the child lives. You
        can find it by asking a doctor, a school, or the police.`,
      p`You do not have to be sure, and you do not have to prove a thing. Finding out is the agency's
        job. In many places you can report without giving your name. Teachers, doctors, and many
        others must report by law.`,
    ),
    section(
      'healing',
      'Children can heal',
    )(
      p`With safety, care, and time, children can recover. Talking therapy made for young people who
        have been through trauma helps. So do steady days, play, and adults who keep their word. If
        this article brings up your own past, you deserve help too. You can call a helpline at any
        age, about something that happened long ago.`,
    ),
  ],
  related: ['leaving-safely', 'self-harm'],
}
