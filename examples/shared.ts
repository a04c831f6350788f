/** What several articles say in the same words, kept once so that one edit mends them all. */
import {list, p} from './notation/blocks.ts'
import type {SectionText, WarningText} from './notation/documents.ts'

/** For pieces written to the family or friends of a person at risk. */
export const helpNow: SectionText = {
  shared: 'when-to-get-help-now',
  anchor: 'get-help-now',
  heading: 'When to get help right away',
  body: [
    p`Call the emergency number in your country if the person:`,
    list`
      - has hurt themselves badly, or has taken something dangerous
      - says they are going to kill themselves and has a way to do it
      - faints, has chest pain, or cannot be woken
      - is so confused or afraid that they cannot stay safe
    `,
    p`Stay with them until help comes, if it is safe for you to do so. If you are unsure how bad it
      is, call one of the helplines on this page. You can call for someone else. You do not need to
      give your name.`,
  ],
}

export const sharedWarnings: readonly WarningText[] = [
  {
    name: 'do-not-stop-medicine',
    severity: 'caution',
    title: 'Do not stop a medicine on your own',
    smsText: 'Talk to your doctor before you stop any medicine.',
    body: [
      p`Some medicines cause new symptoms, or bring old ones back, when they are stopped too fast.
        Talk to the person who prescribed it first. They can help you cut down in steps.`,
    ],
  },
]
