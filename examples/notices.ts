/**
 * The crisis notices: one for each country and language that the example serves. `sms` goes out in
 * every text message and must be of use by itself: at most 55 septets of GSM-7 (which has é and ñ
 * but no á, í, ó or ú), or 40 units where the script needs UCS-2.
 */
import type {Topic} from '../content/topics.ts'
import {document, type Document} from './notation/documents.ts'
import {given} from './notation/json.ts'
import {reference} from './notation/reference.ts'

interface NoticeText {
  readonly country: string
  readonly language: string
  readonly heading: string
  readonly lead: string
  readonly sms: string
  readonly emergency: string
  /** By the part of the id after `helpline-`, in the order to show. */
  readonly helplines: readonly [string, ...string[]]
  /** Lines that come first in articles on a topic. */
  readonly first?: Readonly<Partial<Record<Topic, readonly string[]>>>
}

const US_LINES: readonly [string, ...string[]] = ['us-988', 'us-crisis-text-line']

const US_FIRST: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  'substance-use': ['us-samhsa'],
  overdose: ['us-samhsa'],
  'domestic-violence': ['us-domestic-violence'],
  'sexual-violence': ['us-domestic-violence'],
}

const NOTICES: readonly NoticeText[] = [
  {
    country: 'US',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can reach a trained counselor for free, day or night.',
    sms: 'Call/text 988 if in crisis (24/7).',
    emergency: '911',
    helplines: US_LINES,
    first: US_FIRST,
  },
  {
    country: 'US',
    language: 'es',
    heading: '¿Necesita ayuda ahora?',
    lead: 'Si usted o alguien que conoce está en crisis o piensa en el suicidio, puede hablar gratis con una persona capacitada, de día o de noche.',
    sms: 'En una crisis, llame o mande un texto al 988 (24/7).',
    emergency: '911',
    helplines: US_LINES,
    first: US_FIRST,
  },
  {
    country: 'US',
    language: 'ar',
    heading: 'هل تحتاج إلى مساعدة الآن؟',
    lead: 'إذا كنت تمر بأزمة أو تفكر في الانتحار، أو كان شخص تعرفه كذلك، فاتصل في أي وقت من النهار أو الليل واطلب مترجمًا إلى العربية.',
    sms: 'في أزمة؟ اتصل 988',
    emergency: '911',
    // Calls to 988 are interpreted; the text line answers in English and Spanish alone.
    helplines: ['us-988'],
  },
  {
    country: 'CA',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can reach a trained responder for free, day or night.',
    sms: 'Call/text 988 if in crisis (24/7).',
    emergency: '911',
    helplines: ['ca-988'],
  },
  {
    country: 'CA',
    language: 'fr',
    heading: 'Besoin d’aide maintenant ?',
    lead: 'Si vous ou une personne que vous connaissez êtes en crise ou pensez au suicide, vous pouvez parler gratuitement à quelqu’un de formé, jour et nuit.',
    sms: 'En crise? Appelez ou textez le 988 (24 h sur 24).',
    emergency: '911',
    helplines: ['ca-988'],
  },
  {
    country: 'GB',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can call or text somebody who will listen, free, day or night.',
    sms: 'In crisis? Call 116 123 or text SHOUT to 85258 (24/7).',
    emergency: '999',
    helplines: ['gb-samaritans', 'gb-shout'],
  },
  {
    country: 'IE',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can call somebody who will listen, free, day or night.',
    sms: 'In crisis? Call Samaritans on 116 123 (24/7).',
    emergency: '112',
    helplines: ['ie-samaritans'],
  },
  {
    country: 'AU',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can reach a trained crisis supporter, day or night.',
    sms: 'In crisis? Call 13 11 14 or text 0477 13 11 14 (24/7).',
    emergency: '000',
    helplines: ['au-lifeline'],
  },
  {
    country: 'NZ',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can reach a trained counsellor for free, day or night.',
    sms: 'In crisis? Call or text 1737 (24/7).',
    emergency: '111',
    helplines: ['nz-1737'],
  },
  {
    country: 'IN',
    language: 'en',
    heading: 'Need help now?',
    lead: 'If you or someone you know is in crisis or thinking about suicide, you can speak to a trained counsellor, day or night.',
    sms: 'In crisis? Call Tele-MANAS on 14416 (24/7).',
    emergency: '112',
    helplines: ['in-tele-manas'],
  },
  {
    country: 'IN',
    language: 'hi',
    heading: 'क्या आपको अभी मदद चाहिए?',
    lead: 'अगर आप या आपका कोई परिचित संकट में है या आत्महत्या के बारे में सोच रहा है, तो दिन या रात किसी भी समय प्रशिक्षित परामर्शदाता से बात करें।',
    sms: 'संकट में हैं? 14416 पर कॉल करें (24/7)।',
    emergency: '112',
    helplines: ['in-tele-manas'],
  },
  {
    country: 'ES',
    language: 'es',
    heading: '¿Necesitas ayuda ahora?',
    lead: 'Si tú o alguien que conoces está en crisis o piensa en el suicidio, puedes hablar gratis con una persona formada, de día o de noche.',
    sms: 'En una crisis, llama gratis al 024 (24 horas).',
    emergency: '112',
    helplines: ['es-024'],
  },
  {
    country: 'FR',
    language: 'fr',
    heading: 'Besoin d’aide maintenant ?',
    lead: 'Si vous ou une personne que vous connaissez êtes en crise ou pensez au suicide, vous pouvez parler gratuitement à quelqu’un de formé, jour et nuit.',
    sms: 'En crise? Appelez le 3114, gratuit, 24 h/24 et 7 j/7.',
    emergency: '112',
    helplines: ['fr-3114'],
  },
  {
    country: 'DE',
    language: 'de',
    heading: 'Brauchen Sie jetzt Hilfe?',
    lead: 'Wenn Sie oder jemand, den Sie kennen, in einer Krise sind oder an Suizid denken, hört Ihnen Tag und Nacht kostenlos jemand zu.',
    sms: 'In einer Krise? Rufen Sie 0800 111 0 111 an (24/7).',
    emergency: '112',
    helplines: ['de-telefonseelsorge'],
  },
]

const lines = (names: readonly string[]) => names.map((name) => reference('helpline', name))

export const notices: readonly Document[] = NOTICES.map((notice) =>
  document(
    'crisisNotice',
    `crisisNotice-${notice.country}-${notice.language}`,
    given({
      country: notice.country,
      language: notice.language,
      heading: notice.heading,
      lead: notice.lead,
      smsText: notice.sms,
      emergency: {display: notice.emergency, dial: notice.emergency},
      helplines: lines(notice.helplines),
      topicHelplines:
        notice.first &&
        Object.entries(notice.first).map(([topic, names]) => ({topic, helplines: lines(names)})),
    }),
  ),
)
