/** The words that a subscriber can text back, a language a row; docs/sms-words.md lists them too. */

export const SMS_COMMANDS = ['stop', 'help', 'start'] as const
export type SmsCommand = (typeof SMS_COMMANDS)[number]

/** The English words are understood from everybody: carriers everywhere teach them. */
export const SMS_WORDS: Readonly<Record<string, Readonly<Record<SmsCommand, readonly string[]>>>> =
  {
    en: {
      stop: [
        'STOP',
        'STOPALL',
        'STOP ALL',
        'UNSUBSCRIBE',
        'END',
        'QUIT',
        'CANCEL',
        'REVOKE',
        'OPTOUT',
        'OPT OUT',
      ],
      help: ['HELP', 'INFO'],
      start: ['START', 'UNSTOP', 'SUBSCRIBE', 'YES'],
    },
    es: {
      stop: ['BAJA', 'ALTO', 'PARAR', 'CANCELAR', 'FIN', 'SALIR', 'DARME DE BAJA'],
      help: ['AYUDA', 'INFORMACIÓN'],
      start: ['ALTA', 'EMPEZAR', 'INICIAR', 'COMENZAR', 'SÍ'],
    },
    fr: {
      stop: [
        'ARRÊT',
        'ARRÊTER',
        'ARRÊTEZ',
        'ANNULER',
        'FIN',
        'DÉSABONNER',
        'ME DÉSABONNER',
        'DÉSINSCRIRE',
      ],
      help: ['AIDE', 'INFORMATION'],
      start: ['COMMENCER', 'REPRENDRE', 'DÉMARRER', 'OUI'],
    },
    de: {
      stop: ['STOPP', 'ENDE', 'ABMELDEN', 'ABBESTELLEN', 'KÜNDIGEN', 'KUENDIGEN', 'BEENDEN'],
      help: ['HILFE', 'INFORMATION'],
      start: ['STARTEN', 'ANMELDEN', 'WEITER', 'JA'],
    },
    ar: {
      stop: ['توقف', 'قف', 'إيقاف', 'إلغاء', 'إلغاء الاشتراك', 'إنهاء'],
      help: ['مساعدة', 'المساعدة', 'معلومات'],
      start: ['ابدأ', 'بدء', 'اشتراك', 'نعم'],
    },
    hi: {
      stop: ['रोकें', 'रोको', 'बंद', 'बंद करें', 'बंद करो', 'स्टॉप'],
      help: ['मदद', 'सहायता', 'हेल्प', 'जानकारी'],
      start: ['शुरू', 'शुरू करें', 'चालू', 'स्टार्ट', 'हाँ', 'हां'],
    },
  }

/** Taken off both ends: `Please stop.` is STOP. */
export const POLITE: readonly string[] = [
  'please',
  'thanks',
  'thank you',
  'por favor',
  'gracias',
  "s'il vous plaît",
  'svp',
  'merci',
  'bitte',
  'danke',
  'من فضلك',
  'شكرا',
  'कृपया',
  'धन्यवाद',
]
