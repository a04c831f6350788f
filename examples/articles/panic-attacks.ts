import {figure, h3, h4, list, p, quote, warning} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const panicAttacks: ArticleText = {
  slug: 'panic-attacks',
  title: 'Panic attacks: what happens, and what helps',
  summary: `A panic attack can feel like a heart attack, but it passes. Learn what goes on in your
    body, what to do in the moment, and how to have fewer of them.`,
  smsSummary: 'Panic attacks: what to do in the moment, and how to have fewer',
  topics: ['anxiety'],
  hero: {
    drawing: 'hero-panic-attacks',
    alt: 'One tall wave on a calm sea, with open water behind it.',
  },
  published: '2026-10-12',
  updated: '2026-10-30',
  reviewed: '2026-10-09',
  nextReview: '2027-10-09',
  keyPoints: [
    'A panic attack peaks within minutes and then fades.',
    'It feels dangerous, but it does not harm your body.',
    'Slow breathing and staying where you are can help.',
    'Talking therapy works well for panic.',
  ],
  opening: [
    p`Your heart pounds. Your chest is tight, and you cannot get enough air. You may think that you
      are dying or going mad. Then, after some minutes, it is over. That is a panic
      attack.[@nimh-panic]`,
    p`Many people have one or two in their lives. If they keep coming back, and you live in fear of
      the next one, you may have panic disorder. Treatment helps most people who have
      it.[@nimh-panic, @nice-anxiety]`,
  ],
  sections: [
    section('what-happens', 'What happens in your body')(
      p`Your brain has an alarm. In danger it makes your heart beat faster and sends blood to your
        muscles, so that you can fight or run. In a panic attack, the alarm goes off when there is no
        danger. You may notice:[@nimh-panic]`,
      list`
        - a pounding heart, sweating, or shaking
        - short breath, or a feeling of choking
        - chest pain or an upset stomach
        - tingling fingers, dizziness, or chills
        - a sense that nothing is real
        - fear of dying or of losing control
      `,
      p`Fast breathing causes some of this. It washes too much carbon dioxide (CO~2~) out of your
        blood, and that makes you dizzy and your fingers tingle.`,
      figure(
        'figure-panic-wave',
        `A curve that rises steeply, reaches a rounded top, and falls slowly back to where it began.`,
        `A panic attack climbs fast, often to its peak within 10 minutes. Then it comes down by
         itself, even if you do nothing.`,
      ),
    ),
    section('in-the-moment', 'What to do in the moment')(
      p`Fighting panic tends to feed it. Let it rise and pass, like a wave.`,
      list`
        1. **Stay where you are** if it is safe. If you are driving, pull over.
        2. **Name it.** Tell yourself: "This is panic. It will pass."
        3. **Breathe out slowly.** Breathe in through your nose while you count to four. Breathe out
           while you count to six. Keep going for a few minutes.
        4. **Look around.** Name five things that you can see.
      `,
      h3`If you are with someone who is panicking`,
      p`Speak calmly and stay close. Ask before you touch them. You might say:`,
      quote`You are safe. I am staying here. Breathe out with me, slowly.`,
      h4`When to call for an ambulance`,
      p`Chest pain is not always panic. Get emergency help if it is new for you, lasts more than a few
        minutes, spreads to the arm, jaw, or back, or comes with fainting.`,
    ),
    section('fewer-attacks', 'How to have fewer attacks')(
      p`Many people start to avoid places where panic has struck. That brings relief today, but it
        makes fear grow. Going back in small steps teaches your brain that the place is safe.`,
      p`A therapist can guide you through this. Cognitive behavioral therapy (CBT) has been tested in
        many trials, and it works for panic and other kinds of
        anxiety.[@carpenter-2018] Some people also take medicine, often an antidepressant. It can
        take some weeks to work.[@nice-anxiety] Day to day, it helps to sleep well, move your body,
        and cut down on caffeine and alcohol.`,
      warning('do-not-stop-medicine'),
    ),
  ],
  related: ['sleep', 'suicide-loss'],
}
