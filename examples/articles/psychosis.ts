import {list, p, quote, table} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'
import {helpNow} from '../shared.ts'

export const psychosis: ArticleText = {
  slug: 'psychosis',
  title: 'Psychosis: first signs, and why early help matters',
  summary: `Psychosis makes it hard to tell what is real. It often starts between the late teens and
    the mid-20s. Care in the first weeks and months makes a real difference.`,
  smsSummary: 'Psychosis: the first signs, and why early help matters',
  topics: ['psychosis'],
  hero: {
    drawing: 'hero-psychosis',
    alt: 'The moon over a lake. Its reflection is broken into bands by ripples.',
  },
  published: '2026-09-21',
  reviewed: '2026-09-18',
  nextReview: '2027-09-18',
  keyPoints: [
    'Psychosis is a set of symptoms. It can be treated.',
    'First signs can be small: poor sleep, suspicion, or pulling away.',
    'Do not argue about what is real. Respond to the feeling.',
    'Ask for a team that treats first episodes.',
  ],
  opening: [
    p`A person with psychosis loses some touch with what is real. They may hear voices, or be sure of
      something that others know is not so.[@nimh-psychosis] It is frightening, for them and for the
      people who love them. It is not a weak character, and it is not a split personality.`,
  ],
  sections: [
    section('signs', 'First signs')(
      p`Psychosis rarely comes out of nowhere. Often a person changes slowly over weeks or months, and
        those near them notice first. It most often begins between the late teens and the
        mid-20s.[@nimh-psychosis]`,
      table('Early changes, and clearer signs of psychosis')`
        Early changes                          | Clearer signs
        Grades or work get worse               | Hears or sees things that others do not
        Trouble thinking clearly               | Speech that jumps or makes no sense
        Suspicion, or unease around others     | Firm belief in a plot or a secret message
        Sleeps at odd hours, washes less       | Cannot tell what is real
        Strong feelings, or none at all        | Acts on what the voices say
      `,
      p`One early change alone is common, above all in teens. Several together, and new, are a reason
        to see a doctor.`,
    ),
    section(
      'causes',
      'What can cause it',
    )(
      p`There is seldom a single cause. Psychosis can be part of schizophrenia, bipolar disorder, or
        severe depression. It can come from a lack of sleep, an illness of the body, or some
        medicines. Alcohol and drugs can bring it on too. Cannabis raises the risk, and years of
        heavy use of [ketamine](/ketamine/) can as well.[@nimh-psychosis, @cheng-2018] A doctor will
        look for each of these.`,
    ),
    section('how-to-respond', 'How to respond')(
      p`Speak slowly and calmly. Turn off the television. Do not argue about a belief, and do not
        pretend to share it. Answer the feeling behind it:`,
      quote`That sounds terrifying. I do not see it myself, but I can see how scared you are. What
        would help you feel safe?`,
      list`
        1. Ask whether voices are telling them to hurt themselves or someone else.
        2. If so, get help right away, and do not leave them alone.
        3. If not, offer to go with them to a doctor.
           - Write down what you have seen, and when it began.
           - Bring a list of medicines and any drugs they use.
      `,
    ),
    section('treatment', 'Treatment works best early')(
      p`Ask for _coordinated specialty care_. This means one team for a first episode. It offers
        talking therapy, a low dose of medicine, help for the family, and support to stay in school
        or at work. In a trial at 34 clinics, people who had this kind of team did better than those
        with the usual care. They stayed in treatment longer, and their quality of life improved
        more.[@kane-2016] The gain was larger for people who had been ill for a shorter
        time.[@kane-2016]`,
      p`Many people recover from a first episode and never have another. Others learn to live well with
        symptoms that come and go.`,
    ),
    helpNow,
  ],
  related: ['ketamine', 'self-harm'],
}
