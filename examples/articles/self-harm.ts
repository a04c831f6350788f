import {h3, list, p, quote} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'
import {helpNow} from '../shared.ts'

export const selfHarm: ArticleText = {
  slug: 'self-harm',
  title: 'If your teen is hurting themselves: how to respond',
  summary: `To find out that your child self-harms is a shock. Your calm matters more than the right
    words. What to say, what to do at home, and where to turn.`,
  smsSummary: 'If your teen self-harms: what to say, and where to turn',
  topics: ['self-harm'],
  hero: {
    drawing: 'hero-self-harm',
    alt: 'One large and one small figure share an umbrella in soft rain.',
  },
  published: '2026-10-01',
  reviewed: '2026-09-30',
  nextReview: '2027-09-30',
  keyPoints: [
    'Self-harm is a sign of distress, not a bid for attention.',
    'Stay calm, and listen before you try to fix it.',
    'Ask about suicide, in plain words.',
    'See a doctor or a therapist, even if the injuries are small.',
  ],
  opening: [
    p`Self-harm means hurting your own body on purpose. About 1 in 10 teens says that they have done
      it.[@hawton-2012] Most do it in secret. If your child has told you, or you have found out, you
      may feel scared, angry, or guilty. Take a breath. There is help for this, and you are part of
      it.`,
  ],
  sections: [
    section('why', 'Why young people do it')(
      p`Most often, self-harm is a way to cope. A teen may want to stop a feeling that is too strong,
        or to feel something when they are numb. Some want to punish themselves. It may bring relief
        for a short while. Then shame sets in, and the feeling comes back.`,
      p`Bullying, trouble at home, abuse, and depression raise the risk. So does having a friend who
        self-harms.[@hawton-2012] Often there is no one reason.`,
      p`Self-harm is not the same as a suicide attempt. But young people who self-harm are at higher
        risk of suicide,[@hawton-2012] so each time must be taken seriously.`,
    ),
    section('what-to-say', 'What to say first')(
      p`Choose a quiet moment. A drive or a walk can be easier than a talk face to face.`,
      quote`I love you, and I am not angry. It looks as if you have been going through something really
        hard. I would like to understand.`,
      list`
        - Listen more than you talk.
        - Do not ask to see the injuries, unless they may need care.
        - Do not demand a promise to stop. It can lead to hiding.
        - Do not threaten or punish.
      `,
      h3`Ask about suicide`,
      p`Say it plainly: "Have you thought about ending your life?" Asking will not give them the idea.
        If the answer is yes, do not leave them alone, and get help today.`,
    ),
    section('at-home', 'What you can do at home')(
      list`
        1. Look after any injury, as you would for any other.
        2. Lock away medicines, sharp things, and guns.
        3. Make a short list together for when the urge comes. It could hold:
           - people to call or text
           - things that calm, such as music, a shower, or the dog
           - a place to go that is not alone
        4. Keep life going: meals, sleep, school, and some fun.
      `,
      p`Relapses happen. They do not mean that you or your child have failed.`,
    ),
    section(
      'getting-care',
      'Getting care',
    )(
      p`A doctor should ask about your child's feelings and life, not just the injury, and make a plan
        with them.[@nice-self-harm] No one should be sent away because the injury is small. Talking
        therapies can help, such as cognitive behavioral therapy. For teens with strong and fast
        changing feelings, there is a form called DBT-A.[@nice-self-harm] Look for support for
        yourself as well.`,
    ),
    helpNow,
  ],
  related: ['suicide-loss', 'eating-disorders'],
}
