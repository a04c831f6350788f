/** Two letters to subscribers, in English and in Spanish, each also sent as text messages. */
import {p} from './notation/blocks.ts'
import {document, type Document} from './notation/documents.ts'
import {reference} from './notation/reference.ts'

const articles = (names: readonly string[]) => names.map((name) => reference('article', name))

export const digests: readonly Document[] = [
  document('digest', 'digest-small-steps', {
    title: 'Small steps for long nights',
    slug: {_type: 'slug', current: 'small-steps'},
    language: 'en',
    subject: 'Small steps for long nights',
    preheader: 'Sleep better, ride out panic, and be there for someone who grieves.',
    intro: [
      p`The evenings are long now, and for many of us the nights are longer. This week we look at what
        keeps people awake, and at _small steps_ that help.`,
      p`If a friend is grieving, start with the third article. You do not need the perfect words.
        **Being there is enough.**`,
    ],
    articles: articles(['sleep', 'panic-attacks', 'suicide-loss', 'caregivers', 'ketamine']),
    channels: ['email', 'sms'],
    scheduledAt: '2026-11-27T15:00:00Z',
    audience: {topics: ['sleep', 'anxiety', 'grief', 'caregiving', 'depression']},
  }),
  document('digest', 'digest-pasos-cortos', {
    title: 'Pasos cortos para noches largas',
    slug: {_type: 'slug', current: 'pasos-cortos'},
    language: 'es',
    subject: 'Pasos cortos para noches largas',
    preheader: 'Qué hacer cuando el miedo llega de golpe o el sueño no llega.',
    intro: [
      p`Las noches ya son largas, y a veces se hacen más largas todavía. Esta semana le traemos dos
        lecturas breves: una para cuando el miedo llega de golpe y otra para cuando el sueño no
        llega.`,
    ],
    articles: articles(['sleep-es', 'panic-attacks-es']),
    channels: ['email', 'sms'],
    scheduledAt: '2026-11-27T15:00:00Z',
    audience: {countries: ['US'], topics: ['sleep', 'anxiety']},
  }),
]
