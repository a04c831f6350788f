/** What a partner is told by mail when its webhook is disabled, by base language. */
import {baseLanguage} from '../../content/direction.ts'
import {phrases} from '../phrases.ts'

export interface WebhookWords {
  readonly subject: string
  readonly title: string
  /** `{host}`, `{date}`. */
  readonly what: string
  /** `{failure}`: in English, as the log says it. */
  readonly why: string
  /** What is not told any more, and what to do. */
  readonly next: string
  /** Leads to the description of the API. */
  readonly button: string
}

const WORDS: ReadonlyMap<string, WebhookWords> = new Map([
  [
    'ar',
    {
      subject: 'تم إيقاف الويب هوك الخاص بكم',
      title: 'لم نعد نصل إلى خادمكم',
      what: 'منذ {date} لم يقبل {host} أي رسالة منا، ولذلك توقفنا عن الإرسال.',
      why: 'آخر ما حدث: {failure}.',
      next: 'لن تعرفوا من رسائلنا أن رقم خط مساعدة تغيّر أو أن مقالًا سُحب. أصلحوا الخادم ثم اكتبوا إلينا: سنبدأ من حيث توقفنا، ولن يضيع شيء.',
      button: 'وصف الواجهة البرمجية',
    },
  ],
  [
    'de',
    {
      subject: 'Ihr Webhook ist abgeschaltet',
      title: 'Wir erreichen Ihren Server nicht mehr',
      what: 'Seit dem {date} hat {host} keine Nachricht von uns angenommen. Wir senden deshalb keine mehr.',
      why: 'Zuletzt geschah: {failure}.',
      next: 'Dass sich die Nummer einer Hilfe geändert hat oder ein Artikel zurückgezogen wurde, erfahren Sie von uns so nicht mehr. Bringen Sie den Server in Ordnung und schreiben Sie uns dann: Wir machen dort weiter, wo wir aufgehört haben, und nichts geht verloren.',
      button: 'Beschreibung der Schnittstelle',
    },
  ],
  [
    'en',
    {
      subject: 'Your webhook is switched off',
      title: 'We cannot reach your server any more',
      what: 'Since {date} {host} has taken no message from us, so we have stopped sending.',
      why: 'What happened last: {failure}.',
      next: 'You do not hear from us any more when a helpline’s number changes or an article is retracted. Please mend the server, then write to us: we go on where we stopped, and nothing is lost.',
      button: 'How the API works',
    },
  ],
  [
    'es',
    {
      subject: 'Su webhook está desactivado',
      title: 'Ya no podemos llegar a su servidor',
      what: 'Desde el {date}, {host} no ha aceptado ningún mensaje nuestro, así que hemos dejado de enviarlos.',
      why: 'Lo último que ocurrió: {failure}.',
      next: 'Ya no le avisamos cuando cambia el número de una línea de ayuda o se retira un artículo. Arregle el servidor y escríbanos: seguiremos donde lo dejamos y no se perderá nada.',
      button: 'Cómo funciona la API',
    },
  ],
  [
    'fr',
    {
      subject: 'Votre webhook est désactivé',
      title: 'Nous n’arrivons plus à joindre votre serveur',
      what: 'Depuis le {date}, {host} n’a accepté aucun de nos messages : nous avons donc cessé d’en envoyer.',
      why: 'Dernier incident : {failure}.',
      next: 'Vous n’apprenez plus par nous qu’un numéro d’aide a changé ou qu’un article a été retiré. Réparez le serveur, puis écrivez-nous : nous reprendrons là où nous nous sommes arrêtés, et rien ne sera perdu.',
      button: 'Comment fonctionne l’API',
    },
  ],
  [
    'hi',
    {
      subject: 'आपका वेबहुक बंद कर दिया गया है',
      title: 'हम आपके सर्वर तक नहीं पहुँच पा रहे',
      what: '{date} से {host} ने हमारा कोई संदेश नहीं लिया है, इसलिए हमने भेजना बंद कर दिया है।',
      why: 'आख़िरी बार यह हुआ: {failure}।',
      next: 'अब हम आपको नहीं बताते कि किसी हेल्पलाइन का नंबर बदला है या कोई लेख वापस लिया गया है। सर्वर ठीक करें, फिर हमें लिखें: हम वहीं से शुरू करेंगे जहाँ रुके थे, और कुछ नहीं छूटेगा।',
      button: 'API कैसे काम करता है',
    },
  ],
])

/** Throws PublisherError LANGUAGE_UNSUPPORTED. */
export const webhookWords = (language: string): WebhookWords => {
  phrases(language)
  const words = WORDS.get(baseLanguage(language))
  if (words === undefined) throw new RangeError(`No words for webhooks in ${language}`)
  return words
}
