/** What a correction says, in the languages of the publishers' phrases. */
import {baseLanguage} from '../../content/direction.ts'

export interface CorrectionWords {
  /** Also the subject. */
  readonly title: string
  readonly preheader: string
  /** `{title}` and `{date}` are of the digest that is corrected. */
  readonly text: string
}

const WORDS: Readonly<Record<string, CorrectionWords>> = {
  en: {
    title: 'Correction: where to find help',
    preheader: 'A number in an earlier message has changed.',
    text: 'In our message “{title}” of {date} stood a helpline that has changed since. The right ones stand at the top of this message. Please keep this one and delete the other.',
  },
  es: {
    title: 'Corrección: dónde pedir ayuda',
    preheader: 'Ha cambiado un número de un mensaje anterior.',
    text: 'En nuestro mensaje «{title}» del {date} figuraba una línea de ayuda que ha cambiado. Las correctas están al principio de este mensaje. Guarde este y borre el anterior.',
  },
  fr: {
    title: 'Rectificatif : où trouver de l’aide',
    preheader: 'Un numéro d’un message précédent a changé.',
    text: 'Notre message « {title} » du {date} indiquait une ligne d’écoute qui a changé depuis. Les bonnes figurent en tête de ce message. Gardez celui-ci et supprimez l’autre.',
  },
  de: {
    title: 'Berichtigung: Hier finden Sie Hilfe',
    preheader: 'Eine Nummer in einer früheren Nachricht hat sich geändert.',
    text: 'In unserer Nachricht „{title}“ vom {date} stand ein Hilfetelefon, das sich seitdem geändert hat. Die richtigen stehen am Anfang dieser Nachricht. Bitte behalten Sie diese und löschen Sie die andere.',
  },
  ar: {
    title: 'تصحيح: أين تجد المساعدة',
    preheader: 'تغيّر رقم ورد في رسالة سابقة.',
    text: 'ورد في رسالتنا «{title}» بتاريخ {date} خط مساعدة تغيّر منذ ذلك الحين. الخطوط الصحيحة في أعلى هذه الرسالة. احتفظ بهذه الرسالة واحذف السابقة.',
  },
  hi: {
    title: 'सुधार: मदद कहाँ मिलेगी',
    preheader: 'पिछले संदेश का एक नंबर बदल गया है।',
    text: '{date} के हमारे संदेश “{title}” में जो हेल्पलाइन थी, वह अब बदल गई है। सही हेल्पलाइन इस संदेश के ऊपर दी गई हैं। कृपया इसे रखें और पुराना संदेश हटा दें।',
  },
}

/** English where there are none: an editor reads the draft over. */
export const correctionWords = (language: string): CorrectionWords => {
  const words = WORDS[baseLanguage(language)] ?? WORDS['en']
  if (words === undefined) throw new RangeError(`No words for a correction in ${language}`)
  return words
}
