import type {JoiningWords} from './words.ts'

export const de: JoiningWords = Object.freeze({
  signUp: {
    title: 'Neue Artikel bekommen',
    text: 'Ein kurzer Brief oder eine SMS, wenn es etwas Neues gibt. In jeder Nachricht steht, wo es sofort Hilfe gibt.',
  },
  email: 'E-Mail-Adresse',
  phone: 'Handynummer',
  phoneHint: 'Mit Ländervorwahl, zum Beispiel +49 1512 3456789.',
  oneIsEnough: 'Füllen Sie eines der beiden Felder aus.',
  country: 'Land, in dem Sie sind',
  countryHint: 'Jede Nachricht nennt die Hilfetelefone dieses Landes.',
  topics: 'Themen',
  topicsHint: 'Wählen Sie keines, um von allen zu hören.',
  consent:
    'Mit der Anmeldung stimmen Sie zu, dass {site} Ihnen schickt, was Sie gewählt haben. Wir zählen weder, was Sie öffnen, noch, was Sie anklicken, und geben Ihre Adresse niemandem. Sie können jederzeit aufhören: mit einem Klick in jedem Brief oder mit STOP als Antwort auf eine SMS. SMS können bei Ihrem Anbieter etwas kosten.',
  signUpButton: 'Anmelden',
  addressWrong:
    'Wir brauchen eine vollständige E-Mail-Adresse oder eine Handynummer mit Ländervorwahl.',
  sent: {
    title: 'Noch ein Schritt',
    text: 'Wenn Sie noch nicht angemeldet sind, ist eine Nachricht unterwegs. Folgen Sie dem Link darin, dann sind Sie dabei. Wenn in einigen Minuten nichts kommt, sehen Sie im Spam-Ordner nach.',
  },
  confirm: {title: 'Ist das Ihre Adresse?', text: 'Drücken Sie den Knopf, dann hören Sie von uns.'},
  confirmButton: 'Ja, anmelden',
  confirmed: {
    title: 'Sie sind angemeldet',
    text: 'Danke. In jeder Nachricht steht ein Link zum Abmelden und für andere Themen.',
  },
  leave: {title: 'Abmelden', text: 'Drücken Sie den Knopf, dann bekommen Sie nichts mehr von uns.'},
  leaveButton: 'Abmelden',
  left: {title: 'Sie sind abgemeldet', text: 'Sie bekommen nichts mehr von uns. Alles Gute.'},
  preferences: {title: 'Was Sie bekommen', text: 'Wählen Sie, was wir Ihnen schicken.'},
  language: 'Sprache',
  pause: 'Pause: vorerst nichts schicken',
  saveButton: 'Speichern',
  saved: {
    title: 'Gespeichert',
    text: 'Ab der nächsten Nachricht bekommen Sie, was Sie gewählt haben.',
  },
  linkInvalid: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht ist er unvollständig oder zu alt. Nehmen Sie den Link aus der letzten Nachricht von uns, oder melden Sie sich neu an.',
  },
  confirmMail: {
    subject: 'Bitte bestätigen Sie Ihre Adresse',
    title: 'Noch ein Schritt',
    text: 'Jemand, wohl Sie, hat {site} gebeten, an diese Adresse zu schreiben, wenn es etwas Neues gibt. Wenn Sie es waren, drücken Sie den Knopf. Wenn nicht, tun Sie nichts, und es kommt nichts mehr.',
    button: 'Ja, anmelden',
  },
  alreadyMail: {
    subject: 'Sie sind schon angemeldet',
    title: 'Sie sind schon angemeldet',
    text: 'Jemand, wohl Sie, hat das Formular von {site} mit dieser Adresse ausgefüllt. Es gibt nichts zu tun: Sie bekommen, was Sie gewählt haben. Hier können Sie neu wählen, pausieren oder sich abmelden.',
    button: 'Neu wählen',
  },
  confirmSms: 'Antworten Sie YES zum Anmelden.',
  alreadySms: 'Sie bekommen unsere SMS schon.',
  joinedSms: 'Sie bekommen jetzt unsere SMS.',
  stoppedSms: 'Sie bekommen keine SMS mehr.',
  helpSms: 'Mehr Hilfe: {url}',
  tooMany: {
    title: 'Bitte warten Sie ein wenig',
    text: 'Von Ihrem Anschluss kamen viele Versuche. Versuchen Sie es in einer Stunde wieder.',
  },
})
