/**
 * The fixed words around a notice's data, a language a row. A language that is not here has no
 * notice: add its row (have a native speaker check it) before publishing in it.
 */
import {baseLanguage} from '../content/direction.ts'

export interface NoticeWording {
  /** Before the emergency number; `{number}` stands for it in all of these. */
  readonly emergency: string
  readonly call: string
  readonly text: string
  /** `{keyword}` is what to write in the message. */
  readonly textKeyword: string
  readonly chat: string
  readonly always: string
}

const WORDING: Readonly<Record<string, NoticeWording>> = {
  en: {
    emergency: 'In an emergency, call {number}',
    call: 'Call {number}',
    text: 'Text {number}',
    textKeyword: 'Text {keyword} to {number}',
    chat: 'Chat online',
    always: '24 hours a day, every day',
  },
  es: {
    emergency: 'En una emergencia, llame al {number}',
    call: 'Llame al {number}',
    text: 'Envíe un mensaje de texto al {number}',
    textKeyword: 'Envíe {keyword} por mensaje de texto al {number}',
    chat: 'Chat en línea',
    always: 'las 24 horas, todos los días',
  },
  fr: {
    emergency: 'En cas d’urgence, appelez le {number}',
    call: 'Appelez le {number}',
    text: 'Envoyez un texto au {number}',
    textKeyword: 'Envoyez {keyword} par texto au {number}',
    chat: 'Tchat en ligne',
    always: '24 heures sur 24, tous les jours',
  },
  de: {
    emergency: 'Im Notfall: Rufen Sie {number} an',
    call: 'Rufen Sie {number} an',
    text: 'SMS an {number}',
    textKeyword: 'SMS mit {keyword} an {number}',
    chat: 'Online-Chat',
    always: 'rund um die Uhr, jeden Tag',
  },
  ar: {
    emergency: 'في حالات الطوارئ، اتصل بالرقم {number}',
    call: 'اتصل بالرقم {number}',
    text: 'أرسل رسالة نصية إلى {number}',
    textKeyword: 'أرسل {keyword} في رسالة نصية إلى {number}',
    chat: 'محادثة عبر الإنترنت',
    always: 'على مدار الساعة، كل يوم',
  },
  hi: {
    emergency: 'आपात स्थिति में {number} पर कॉल करें',
    call: '{number} पर कॉल करें',
    text: '{number} पर संदेश भेजें',
    textKeyword: '{number} पर {keyword} लिखकर संदेश भेजें',
    chat: 'ऑनलाइन चैट',
    always: 'दिन के 24 घंटे, हर दिन',
  },
}

/** `undefined` when the base language has no row. */
export const noticeWording = (language: string): NoticeWording | undefined =>
  WORDING[baseLanguage(language)]
