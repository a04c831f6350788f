import {figure, h3, helpline, list, p, table, warning} from '../notation/blocks.ts'
import {type ArticleText, section, type WarningText} from '../notation/documents.ts'

export const opioidWarnings: readonly WarningText[] = [
  {
    name: 'opioid-overdose-do-not',
    severity: 'danger',
    title: 'What not to do',
    smsText: 'Never leave a person who has overdosed alone to sleep it off.',
    body: [
      list`
        - Do not leave the person alone to "sleep it off."
        - Do not put them in a cold bath or shower. They could go into shock or drown.
        - Do not try to make them vomit. They could choke.
        - Do not slap them hard or inject them with anything but naloxone.
      `,
    ],
  },
]

export const opioidOverdose: ArticleText = {
  slug: 'opioid-overdose',
  title: 'Opioid overdose: how to spot it and what to do',
  summary: `An opioid overdose can kill within minutes, and anyone can help to reverse it. Learn the
    signs, the five steps to take, and how naloxone works.`,
  smsSummary: 'Opioid overdose: five steps that can save a life',
  topics: ['overdose', 'substance-use'],
  hero: {
    drawing: 'hero-opioid-overdose',
    alt: 'A small house at night with its porch light on and a path leading to the door.',
  },
  published: '2026-11-09',
  reviewed: '2026-11-06',
  nextReview: '2027-11-06',
  keyPoints: [
    'Slow or stopped breathing is the sign that matters most.',
    'Call for an ambulance first. Then give naloxone.',
    'Naloxone does no harm if it turns out that no opioid was taken.',
    'Naloxone wears off. Stay with the person until help comes.',
  ],
  opening: [
    p`Opioids are drugs that ease pain and slow the body down. They include heroin, fentanyl,
      oxycodone, and morphine. Too much can stop a person's breathing.[@who-opioid-overdose] In the
      United States, most deaths from drug overdose involve an opioid, and fentanyl is the one named
      most often.[@cdc-overdose-data]`,
    p`But an overdose is not always the end. Many people who see one are friends, relatives, or
      strangers nearby. With a few simple steps, they can keep a person alive.`,
  ],
  sections: [
    section('signs', 'Know the signs')(
      p`Three signs together point to an opioid overdose: very small pupils, a person who will not
        wake up, and trouble breathing.[@who-opioid-overdose] You may see only some of them. If you
        are not sure, act as if it is an overdose.`,
      table('Signs of an opioid overdose')`
        Look at        | What you may see
        Breathing      | Very slow, shallow, or stopped
        Wakefulness    | Does not answer when you shout or rub the breastbone hard
        Lips and nails | Blue, gray, or very pale
        Skin           | Cold and damp
        Pupils         | As small as the tip of a pin
        Sounds         | Choking, gurgling, or a deep snore
      `,
      p`Without breath, carbon dioxide (CO~2~) builds up in the blood and oxygen (O~2~) runs low. The
        brain can be damaged within minutes. That is why you should not wait and see.`,
    ),
    section('what-to-do', 'What to do, step by step')(
      list`
        1. **Call for an ambulance.** In the United States, call [911](tel:911).
           - Say that someone is not breathing or will not wake up.
           - Give the exact place.
           - Most states have laws to protect people who call for help in an overdose.
        2. **Give naloxone if you have it.**[@nida-naloxone]
           - If it is a nasal spray:
             1. Lay the person on their back and tilt the head back.
             2. Put the tip of the spray all the way into one nostril.
             3. Press the plunger firmly, once.
           - If nothing has changed after 2 to 3 minutes, give a second dose.
        3. **Help them breathe.** Tilt the head back, lift the chin, and pinch the nose. Give one
           breath every 5 seconds.
        4. **When they breathe on their own, roll them onto one side.** Bend the upper knee forward
           to hold them steady, and put a hand under the cheek. They will not choke if they vomit.
        5. **Stay.** The overdose can come back when the naloxone wears off.
      `,
      figure(
        'figure-recovery-position',
        `A person lying on one side, seen from above. The upper knee is bent forward. One arm lies
         out in front, and the other hand is under the cheek.`,
        `The recovery position, from above: on the side, with the upper knee bent forward and a hand
         under the cheek, so that the airway stays open.`,
      ),
      warning('opioid-overdose-do-not'),
    ),
    section('naloxone', 'What naloxone does')(
      p`Naloxone pushes opioids off the places in the brain where they act. Breathing often comes
        back within 2 to 3 minutes. It works on opioids only, but it does no harm if the person took
        something else.[@nida-naloxone]`,
      p`It lasts for 30 to 90 minutes. Many opioids last longer than that, so a person who has woken
        up can stop breathing again.[@nida-naloxone] Someone who uses opioids every day may wake up
        feeling sick or angry. This is withdrawal. It feels awful, but it will pass.`,
      h3`Where to get it`,
      p`You can buy naloxone nasal spray without a prescription in the United States. Many health
        departments and harm-reduction groups give it out for free. Keep it at room temperature, and
        tell the people around you where it is.`,
    ),
    section('afterward', 'After an overdose')(
      p`A person who has survived one overdose is at higher risk of another. The risk is highest when
        the body is no longer used to the drug, as in the weeks after leaving jail, a hospital, or
        detox.[@who-opioid-overdose] It also climbs when opioids are mixed with alcohol or sedatives,
        and when a person uses alone.`,
      p`Opioid addiction can be treated. Two medicines, methadone and buprenorphine, cut cravings and
        lower the risk of a fatal overdose. They work best when people stay on them, often for
        years.[@who-opioid-overdose, @samhsa-tip-63, @wakeman-2020] Counseling can
        help as well. In the United States, this line can tell you what is on offer near you:`,
      helpline('us-samhsa'),
    ),
  ],
  related: ['ketamine', 'psychosis'],
}
