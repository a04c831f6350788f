/**
 * The lead article. The text before the first heading is the opening. What follows is told in six
 * sections: the long matter of concerns is told in two, since the law and street supply are one
 * question and harm to the person who uses is another.
 */
import {figure, helpline, list, p, warning} from '../notation/blocks.ts'
import {type ArticleText, section, type WarningText} from '../notation/documents.ts'

export const ketamineWarnings: readonly WarningText[] = [
  {
    name: 'ketamine-street-names',
    severity: 'caution',
    title: 'Names used on the street',
    smsText: 'Special K, Super K and Kit Kat are street names for ketamine.',
    body: [
      p`If someone offers you **Special K**, **Super K**, or **Kit Kat**, they mean
        ketamine.[@doj-ketamine]`,
    ],
  },
  {
    name: 'ketamine-short-term-effects',
    severity: 'danger',
    title: 'What ketamine can do within hours',
    smsText: 'Ketamine can slow breathing. That can be fatal.',
    body: [
      p`Short-term effects can include:[@dea-ketamine, @doj-ketamine]`,
      list`
        - trouble with memory, learning, and attention
        - confusion, or a state that feels like a dream
        - raised blood pressure
        - stiff muscles and numbness
        - nausea
        - sedation
        - trouble speaking or moving, up to not being able to move at all
        - **slowed breathing, which can be fatal**
      `,
    ],
  },
]

export const ketamine: ArticleText = {
  slug: 'ketamine',
  title: 'Ketamine for treatment-resistant depression: help, risks, and doubts',
  summary: `Ketamine can lift depression fast in some people when other treatments have failed. It
    also has side effects and can be addictive. Here is what is known, and what to ask first.`,
  smsSummary: 'Ketamine for hard-to-treat depression: what it can do, and its risks',
  topics: ['depression', 'substance-use'],
  hero: {
    drawing: 'hero-ketamine',
    alt: 'Mist lying between layered hills as a pale sun comes up behind them.',
  },
  published: '2026-09-14',
  updated: '2026-11-16',
  reviewed: '2026-11-12',
  nextReview: '2027-11-12',
  keyPoints: [
    'About 1 in 3 people with major depression get no relief from standard treatment.',
    'Ketamine can help some of them quickly, at least for a short time.',
    'It can cause side effects, and some people become addicted to it.',
    'Use it only on prescription, with a clinician who knows your health.',
  ],
  opening: [
    p`Treatment for depression works for many people. But about 1 in 3 people with major depressive
      disorder get no relief from the standard treatments. This is called _treatment-resistant
      depression_, or TRD.[@zhdanava-2021]`,
    p`Ketamine is one of the newer options. It can help, at least in the short term. It also has
      real drawbacks: it causes side effects, and it can be addictive.[@lent-2019]`,
  ],
  sections: [
    section('what-trd-is', 'What treatment-resistant depression is')(
      p`Experts do not agree on one definition. Most often, the term means that a person has tried
        at least two standard treatments, each for a fair length of time, and has not improved
        enough.[@gaynes-2020]`,
      p`The name sounds final, but it is not. TRD can still be treated. Two of the options are:`,
      list`
        - **Electroconvulsive therapy (ECT).** A short, controlled electric current is passed
          through the brain while the person is asleep under anesthesia.
        - **Transcranial magnetic stimulation (TMS).** Magnetic pulses are aimed at a part of the
          brain that is tied to mood.
      `,
      p`Both help some people, but both can take several weeks. That can be a long wait. People with
        TRD have a higher risk of alcohol and drug misuse, and of suicide. If you are having
        thoughts of suicide, you do not have to wait for a treatment to work before you talk to
        someone. In the United States, this line is open now:`,
      helpline('us-988'),
      p`Ketamine differs in two ways. It needs no special device, and relief can come fast. Some
        people feel better after one dose, most of all when it is given into a
        vein.[@fava-2020]`,
    ),
    section('how-it-may-help', 'How ketamine may help')(
      p`Ketamine is a _dissociative anesthetic_. It eases pain, and it can make you feel cut off
        from what is around you. Doctors have used it in surgery for decades. Just how it eases
        depression is not settled.`,
      list`
        - One line of research links the benefit to that cut-off feeling, or _dissociation_. Part of
          the effect may come from depersonalization, the sense of watching yourself from
          outside.[@niciu-2018]
        - Another points to the brain's signals. Ketamine blocks the N-methyl-D-aspartate (NMDA)
          receptor, and this may be what lifts mood so quickly.[@serafini-2014]
      `,
      p`Studies so far are small. One trial had 41 participants. A day after a single infusion, 27%
        had responded, and 5% were in remission, which means that their symptoms were almost gone.
        More infusions added to the effect.[@phillips-2019]`,
      figure(
        'figure-ketamine-trial',
        `Forty-one circles, one for each person in the trial. Eleven are colored as having responded.
         Two of those eleven are darker, as being in remission. Thirty are pale.`,
        `Each circle is one of the 41 people. One day after one infusion, 11 of them (27%) had
         responded. Two (5%) were in remission.`,
      ),
      p`Ketamine taken by mouth has been studied as well. In one group of 22 patients, each had tried
        at least three antidepressants without success. About 30% reported some benefit.[@al-shirawi-2017]`,
    ),
    section('law-and-street-supply', 'What the law says, and what is sold on the street')(
      p`In the United States, ketamine is a Schedule III controlled substance. It is legal only on
        prescription. In 2019 the Food and Drug Administration (FDA) approved Spravato for TRD. This
        is a nasal spray that contains esketamine, a close relative of
        ketamine.[@fda-esketamine]`,
      p`Outside the clinic, ketamine has become more common. Both recreational use and supply have
        grown since 2006.[@palamar-2021] Illegal ketamine is snorted or injected, swallowed as
        tablets, mixed into drinks, or smoked in tobacco or cannabis
        cigarettes.[@dea-ketamine]`,
      warning('ketamine-street-names'),
      p`You cannot know what is in a drug bought this way. Illegal ketamine is often mixed with MDMA,
        amphetamine, methamphetamine, or cocaine.[@palamar-2021]`,
    ),
    section('misuse', 'How misuse can do harm')(
      p`At the doses people misuse, ketamine causes hallucinations. It has also been used in
        drug-facilitated sexual assault.[@doj-ketamine]`,
      p`A Schedule III drug has less potential for abuse than drugs in Schedules I and II. Less does
        not mean none. Ketamine can lead to physical or psychological dependence. People who become
        dependent after years of high daily amounts can be left with lasting psychosis, much like
        that seen in schizophrenia.[@cheng-2018]`,
      p`It is possible to overdose by accident. Death is
        rare.[@maloney-2018, @sassano-higgins-2016]`,
    ),
    section('side-effects', 'Side effects')(
      p`The most common side effect shows up at once: people feel strange, or
        "loopy."[@acevedo-diaz-2020] Higher doses can bring on what users call the "k-hole." A
        person in it is fully disconnected and has little control over speech or
        movement.[@dea-ketamine]`,
      warning('ketamine-short-term-effects'),
      p`Over the long term, ketamine has been linked to:[@sassano-higgins-2016]`,
      list`
        - bladder ulcers and bladder pain
        - kidney problems
        - stomach pain
        - depression
        - flashbacks
        - poor memory
      `,
    ),
    section('before-you-decide', 'Before you decide')(
      p`How you get ketamine matters. The safe way is a prescription from a clinician who knows you
        and your health.[@hhs-facing-addiction]`,
      p`Clinics that offer ketamine are not all alike. Many of them do too little to evaluate
        patients, explain the effects poorly, and give too little medical and psychological
        support.[@mathai-2022] Before you book, ask:`,
      list`
        1. Who will check my health, and my past use of alcohol and drugs, before I start?
        2. Who will be with me during the session, and afterward?
        3. What will you do if I feel very unwell or very afraid?
        4. How will we know if it is working?
           - When will we measure that?
           - What will we try if it is not?
      `,
      p`Talk it over with your doctor or therapist first. They can help you weigh ketamine against
        the other choices you still have.`,
    ),
  ],
  related: ['opioid-overdose', 'psychosis', 'health-news'],
}
