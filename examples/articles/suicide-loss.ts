import {h3, helpline, list, p, quote, table} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const suicideLoss: ArticleText = {
  slug: 'suicide-loss',
  title: 'How to support someone after a suicide',
  summary: `When somebody loses a person to suicide, friends often go quiet for fear of saying the
    wrong thing. Here is what helps in the first days, and in the long months after.`,
  smsSummary: 'After a suicide: what to say, and how to keep showing up',
  topics: ['suicide', 'grief'],
  hero: {
    drawing: 'hero-suicide-loss',
    alt: 'An empty bench under a wide tree, facing still water at dusk.',
  },
  published: '2026-10-19',
  reviewed: '2026-10-14',
  nextReview: '2027-10-14',
  keyPoints: [
    'You cannot say the perfect thing. Being there matters more.',
    'Say the name of the person who died.',
    'Offer one clear task, not "anything you need."',
    'People who grieve a suicide are at higher risk themselves. Ask.',
  ],
  opening: [
    p`More than 700,000 people die by suicide in the world each year.[@who-suicide] Each of these
      deaths touches many lives. In one survey in the United States, researchers worked out that
      about 135 people had known each person who died.[@cerel-2019] Some of them will need help for
      a long time.`,
    p`If one of them is your friend, your relative, or your coworker, you can do more than you think.`,
  ],
  sections: [
    section('why-it-differs', 'Why this grief is different')(
      p`Any death can bring shock and sorrow. Suicide often adds more:`,
      list`
        - **Why?** People go over the last days again and again, looking for a reason.
        - **Guilt.** They may believe that they missed a sign, or said a wrong word.
        - **Anger**, at the person who died, at doctors, or at themselves.
        - **Shame and silence.** Others may avoid them, or they may hide how the person died.
        - **Relief**, if there were years of worry. Many feel bad about this one.
      `,
      p`All of these are normal. No one feeling has to come first, and none has to be over by a
        certain date. Suicide rarely has one single cause,[@who-live-life] so there is seldom one
        answer to find.`,
    ),
    section('what-to-say', 'What to say')(
      p`Short and honest is best. Say the name of the person who died, and use the words "died by suicide"
        rather than words that sound like a crime. You might say:`,
      quote`I am so sorry about your brother. I do not know what to say, but I want to be here with you.`,
      p`Then listen. You do not have to fill the silence.`,
      table('Words that help, and words that can hurt')`
        Instead of                     | Try
        "At least they are at peace."  | "I miss them too."
        "I know how you feel."         | "I cannot know what this is like. Will you tell me?"
        "You could not have known."    | "You loved them. I saw that."
        "Let me know what you need."   | "I will bring supper on Tuesday. Is six all right?"
      `,
    ),
    section('what-to-do', 'What to do')(
      h3`In the first days`,
      list`
        1. Show up, in person if you can.
        2. Take over one task: meals, phone calls, school runs, or pets.
        3. Ask what they want others to be told, and help to tell it.
        4. Look out for children. Tell them the truth in plain words that fit their age.
      `,
      h3`In the months after`,
      p`Help tends to fade after the funeral, just as the shock wears off. Put the hard dates in your
        calendar: birthdays, holidays, and the day of the death. Send a short note that asks for no
        reply. Tell a story about the person. Most people want to hear their name.`,
      p`A support group can help, above all one for people who have been through the same loss. Offer
        to go along the first time. Sleep often suffers too; our tips for [better sleep](/sleep/) are
        a small place to start.`,
    ),
    section('ask-about-suicide', 'Ask about suicide')(
      p`People who have lost someone to suicide are more likely to think of it
        themselves.[@pitman-2014] Asking does not put the idea in a person's head. It can come as a
        relief.[@who-suicide] Ask straight out: "Are you thinking about killing yourself?"`,
      p`If the answer is yes, stay with them and get help together. Put distance between them and
        anything they could use to hurt themselves. In the United States you can call this line, or
        [text 988](sms:988), at any hour. You can also call it for yourself. You are grieving too.`,
      helpline('us-988'),
    ),
  ],
  related: ['sleep', 'caregivers', 'self-harm'],
}
