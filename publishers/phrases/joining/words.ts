/** What the pages of signing up, choosing and leaving say, in one language. */

export interface Told {
  readonly title: string
  /** A sentence or two. */
  readonly text: string
}

export interface ToldByMail extends Told {
  readonly subject: string
  readonly button: string
}

export interface JoiningWords {
  readonly signUp: Told
  readonly email: string
  readonly phone: string
  /** How a number is written: with its country's code. */
  readonly phoneHint: string
  /** Under both fields: one of them is enough. */
  readonly oneIsEnough: string
  readonly country: string
  /** Why the country matters: the notice. */
  readonly countryHint: string
  readonly topics: string
  readonly topicsHint: string
  /** What is consented to, and kept with the subscription word for word. `{site}` */
  readonly consent: string
  readonly signUpButton: string
  /** Above the form when nothing usable was written. */
  readonly addressWrong: string
  /** The same whether or not the address is known. */
  readonly sent: Told
  readonly confirm: Told
  readonly confirmButton: string
  readonly confirmed: Told
  readonly leave: Told
  readonly leaveButton: string
  readonly left: Told
  readonly preferences: Told
  readonly language: string
  readonly pause: string
  readonly saveButton: string
  readonly saved: Told
  readonly linkInvalid: Told
  /** To the address that was written into the form. `{site}` */
  readonly confirmMail: ToldByMail
  /** To somebody who is signed up already and filled in the form again. `{site}` */
  readonly alreadyMail: ToldByMail
  /** After the notice: which word to answer. YES is understood in every language. */
  readonly confirmSms: string
  readonly alreadySms: string
  /** After YES or START. */
  readonly joinedSms: string
  /** After STOP: the one message that still goes out. */
  readonly stoppedSms: string
  /** After HELP, or after words that nobody understands. `{url}`: all helplines by country. */
  readonly helpSms: string
  readonly tooMany: Told
}
