/**
 * The words that only mails need, a language a row, beside publishers/phrases.ts, which refuses a
 * language that has no row there before this file is asked.
 */
import {baseLanguage} from '../../content/direction.ts'

export interface MailWords {
  /** `{site}` stands for the site's name. */
  readonly why: string
  readonly preferences: string
  readonly findHelp: string
  /** Where the mail was cut. */
  readonly continueOnWeb: string
  readonly referencesOnWeb: string
  readonly readArticle: string
}

const ENGLISH: MailWords = {
  why: 'You get this email because you subscribed to {site}.',
  preferences: 'Choose topics and channels',
  findHelp: 'Find a helpline',
  continueOnWeb: 'Continue reading on the web',
  referencesOnWeb: 'See the references on the web',
  readArticle: 'Read the article',
}

const WORDS: Readonly<Record<string, MailWords>> = {
  en: ENGLISH,
  es: {
    why: 'Recibe este correo porque se suscribió a {site}.',
    preferences: 'Elegir temas y canales',
    findHelp: 'Buscar una línea de ayuda',
    continueOnWeb: 'Seguir leyendo en la web',
    referencesOnWeb: 'Ver las referencias en la web',
    readArticle: 'Leer el artículo',
  },
  fr: {
    why: 'Vous recevez ce message parce que vous êtes abonné à {site}.',
    preferences: 'Choisir les sujets et les canaux',
    findHelp: 'Trouver une ligne d’écoute',
    continueOnWeb: 'Lire la suite sur le web',
    referencesOnWeb: 'Voir les références sur le web',
    readArticle: 'Lire l’article',
  },
  de: {
    why: 'Sie erhalten diese E-Mail, weil Sie {site} abonniert haben.',
    preferences: 'Themen und Kanäle wählen',
    findHelp: 'Hilfe finden',
    continueOnWeb: 'Im Web weiterlesen',
    referencesOnWeb: 'Die Quellen im Web ansehen',
    readArticle: 'Artikel lesen',
  },
  ar: {
    why: 'تصلك هذه الرسالة لأنك مشترك في {site}.',
    preferences: 'اختيار المواضيع والقنوات',
    findHelp: 'البحث عن خط مساعدة',
    continueOnWeb: 'متابعة القراءة على الويب',
    referencesOnWeb: 'الاطلاع على المراجع على الويب',
    readArticle: 'قراءة المقال',
  },
  hi: {
    why: 'यह ईमेल आपको इसलिए मिला है क्योंकि आपने {site} की सदस्यता ली है।',
    preferences: 'विषय और माध्यम चुनें',
    findHelp: 'हेल्पलाइन खोजें',
    continueOnWeb: 'आगे वेब पर पढ़ें',
    referencesOnWeb: 'संदर्भ वेब पर देखें',
    readArticle: 'लेख पढ़ें',
  },
}

export const mailWords = (language: string): MailWords => WORDS[baseLanguage(language)] ?? ENGLISH
