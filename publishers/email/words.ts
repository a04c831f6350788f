/** The words that only mails need, a language a row. A language without a row reads English. */
import {baseLanguage} from '../../content/direction.ts'

export interface MailWords {
  /** `{site}` stands for the site's name. */
  readonly why: string
  readonly unsubscribe: string
  readonly preferences: string
  readonly findHelp: string
  readonly readOnWeb: string
  /** Where the mail was cut. */
  readonly continueOnWeb: string
  readonly referencesOnWeb: string
  readonly readArticle: string
}

const ENGLISH: MailWords = {
  why: 'You get this email because you subscribed to {site}.',
  unsubscribe: 'Unsubscribe',
  preferences: 'Choose topics and channels',
  findHelp: 'Find a helpline',
  readOnWeb: 'Read on the web',
  continueOnWeb: 'Continue reading on the web',
  referencesOnWeb: 'See the references on the web',
  readArticle: 'Read the article',
}

const WORDS: Readonly<Record<string, MailWords>> = {
  en: ENGLISH,
  es: {
    why: 'Recibe este correo porque se suscribió a {site}.',
    unsubscribe: 'Cancelar la suscripción',
    preferences: 'Elegir temas y canales',
    findHelp: 'Buscar una línea de ayuda',
    readOnWeb: 'Leer en la web',
    continueOnWeb: 'Seguir leyendo en la web',
    referencesOnWeb: 'Ver las referencias en la web',
    readArticle: 'Leer el artículo',
  },
  fr: {
    why: 'Vous recevez ce message parce que vous êtes abonné à {site}.',
    unsubscribe: 'Se désabonner',
    preferences: 'Choisir les sujets et les canaux',
    findHelp: 'Trouver une ligne d’écoute',
    readOnWeb: 'Lire sur le web',
    continueOnWeb: 'Lire la suite sur le web',
    referencesOnWeb: 'Voir les références sur le web',
    readArticle: 'Lire l’article',
  },
  de: {
    why: 'Sie erhalten diese E-Mail, weil Sie {site} abonniert haben.',
    unsubscribe: 'Abmelden',
    preferences: 'Themen und Kanäle wählen',
    findHelp: 'Hilfe finden',
    readOnWeb: 'Im Web lesen',
    continueOnWeb: 'Im Web weiterlesen',
    referencesOnWeb: 'Die Quellen im Web ansehen',
    readArticle: 'Artikel lesen',
  },
  ar: {
    why: 'تصلك هذه الرسالة لأنك مشترك في {site}.',
    unsubscribe: 'إلغاء الاشتراك',
    preferences: 'اختيار المواضيع والقنوات',
    findHelp: 'البحث عن خط مساعدة',
    readOnWeb: 'القراءة على الويب',
    continueOnWeb: 'متابعة القراءة على الويب',
    referencesOnWeb: 'الاطلاع على المراجع على الويب',
    readArticle: 'قراءة المقال',
  },
  hi: {
    why: 'यह ईमेल आपको इसलिए मिला है क्योंकि आपने {site} की सदस्यता ली है।',
    unsubscribe: 'सदस्यता समाप्त करें',
    preferences: 'विषय और माध्यम चुनें',
    findHelp: 'हेल्पलाइन खोजें',
    readOnWeb: 'वेब पर पढ़ें',
    continueOnWeb: 'आगे वेब पर पढ़ें',
    referencesOnWeb: 'संदर्भ वेब पर देखें',
    readArticle: 'लेख पढ़ें',
  },
}

export const mailWords = (language: string): MailWords => WORDS[baseLanguage(language)] ?? ENGLISH
