import {h3, helpline, list, p, quote} from '../notation/blocks.ts'
import {type ArticleText, section, type WarningText} from '../notation/documents.ts'

export const leavingWarnings: readonly WarningText[] = [
  {
    name: 'watched-devices',
    severity: 'caution',
    title: 'Your phone or computer may be watched',
    smsText: 'If your phone may be watched, use one that your partner cannot reach.',
    body: [
      p`A partner who controls you may check your calls, your messages, and the pages you visit. If
        you can, read this on a device they cannot reach, such as one at a library or a friend's
        home. Clearing _all_ of your history can look odd. Removing only these pages draws less
        notice.`,
    ],
  },
]

export const leavingSafely: ArticleText = {
  slug: 'leaving-safely',
  title: 'Leaving an abusive partner: how to make a safety plan',
  summary: `Leaving can be the hardest part, and the most dangerous. A safety plan helps you choose
    the time, the way out, and the people who can help.`,
  smsSummary: 'Leaving an abusive partner: how to plan a safe way out',
  topics: ['domestic-violence', 'sexual-violence'],
  hero: {
    drawing: 'hero-leaving-safely',
    alt: 'An open door with morning light falling through it onto a dark floor.',
  },
  published: '2026-11-02',
  reviewed: '2026-10-28',
  nextReview: '2027-10-28',
  keyPoints: [
    'Abuse is about control. It does not have to leave a mark.',
    'The time around leaving can be the most dangerous. Plan it with help.',
    'Keep a bag, your papers, and some money where they will not be found.',
    'You decide when to go, and whether to go.',
  ],
  warnings: ['watched-devices'],
  opening: [
    p`If your partner hurts, scares, or controls you, you are not alone, and you are not to blame.
      Around the world, about 1 in 3 women has been harmed by a partner or been sexually assaulted
      by someone else.[@who-violence-against-women] Many men are abused as
      well.[@nisvs-2022] People of every gender, age, and income live through this.`,
    p`You may want to leave now, or one day, or not at all. A safety plan helps in each case.`,
  ],
  sections: [
    section('what-abuse-is', 'Abuse is about control')(
      p`Some abuse is easy to name: hitting, choking, or forced sex. Sex that you did not freely
        agree to is assault, in a marriage too. Other abuse leaves no mark. Your partner may:`,
      list`
        - put you down, or tell you that nobody else would want you
        - keep you from family, friends, or work
        - hold all the money, or run up debts in your name
        - track your phone, or demand your passwords
        - threaten to hurt you, the children, a pet, or themselves
      `,
      p`You do not have to wait for it to get worse before you ask for help.`,
    ),
    section('why-leaving-is-risky', 'Why leaving needs a plan')(
      p`An abusive partner may feel control slipping away when you leave. That can make them more
        dangerous. A study of women killed by a partner or a former partner found some warning signs
        that came before.[@campbell-2003] The risk of being killed was higher when:`,
      list`
        - the partner had access to a gun
        - he had threatened her with a weapon, or threatened to kill her
        - he was highly controlling, and she had left him after they had lived together
      `,
      p`If any of these fits, please talk to a trained advocate before you go. They help people with
        this every day. They will not tell you what to do. In the United States, you can reach one at
        any hour:`,
      helpline('us-domestic-violence'),
    ),
    section('your-plan', 'Make your plan')(
      p`Do as much of this as is safe. Even one step helps.`,
      list`
        1. **Choose people.** Tell one or two people you trust.
           - Agree on a word that means "call the police."
           - Ask whether you could sleep there at any hour.
        2. **Choose ways out.** Know which doors and windows you can use.
           - In a fight, stay out of the kitchen, the bathroom, and any room with weapons.
           - Teach children how to get out and how to call for help.
        3. **Pack a bag.** Keep it at a friend's home or at work. Put in:
           - papers
             - birth certificates, passports, and visas
             - bank cards and health insurance cards
             - any court orders
           - medicines, keys, and a spare phone with a charger
           - some cash, clothes, and a child's favorite toy
        4. **Keep a record** of what happened and when, if you can hide it well.
        5. **Pick the time.** Leave when your partner is sure to be away, and do not say that you are
           going.
      `,
    ),
    section('after-you-leave', 'After you leave')(
      p`Stay careful for a while. Change your passwords and turn off location sharing. Use a new route
        to work or school. Tell your employer and the children's school who may not be told where you
        are. Ask an advocate about a protective order, which is a court's command to stay away.`,
      p`Feelings can be mixed. You may feel relief, grief, fear, and even love. None of this means
        that you chose wrong.`,
    ),
    section('helping-a-friend', 'If it is your friend')(
      p`Ask in private. Believe what you hear. You might say:`,
      quote`I am worried about you. You do not have to tell me anything. But if you ever want to talk,
        or need a place to go, I am here.`,
      h3`What to avoid`,
      p`Do not press your friend to leave before they are ready, and do not confront the partner. Both
        can put your friend in more danger. On average, leaving takes more than one try. Keep the door
        open each time.`,
    ),
  ],
  related: ['child-abuse', 'panic-attacks'],
}
