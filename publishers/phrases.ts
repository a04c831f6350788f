/** The publishers' own words, a language a row. */
import {baseLanguage} from '../content/direction.ts'
import type {Severity} from '../content/model.ts'
import type {Topic} from '../content/topics.ts'
import {PublisherError} from '../errors.ts'

export interface Phrases {
  readonly skipToContent: string
  readonly contents: string
  readonly keyPoints: string
  readonly references: string
  readonly backToText: string
  readonly published: string
  readonly updated: string
  readonly lastReviewed: string
  readonly nextReview: string
  readonly author: string
  readonly reviewedBy: string
  readonly corrections: string
  readonly retracted: string
  readonly related: string
  readonly allArticles: string
  readonly findHelp: string
  readonly otherLanguages: string
  readonly readOn: string
  readonly image: string
  readonly severity: Readonly<Record<Severity, string>>
  readonly topics: Readonly<Record<Topic, string>>
}

const PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    skipToContent: 'Skip to the text',
    contents: 'On this page',
    keyPoints: 'Key points',
    references: 'References',
    backToText: 'Back to the text',
    published: 'Published',
    updated: 'Updated',
    lastReviewed: 'Last reviewed',
    nextReview: 'Next review',
    author: 'By',
    reviewedBy: 'Reviewed by',
    corrections: 'Corrections',
    retracted: 'This article has been retracted',
    related: 'Read next',
    allArticles: 'All articles',
    findHelp: 'Find a helpline',
    otherLanguages: 'In other languages',
    readOn: 'Read the article',
    image: 'Image',
    severity: {info: 'Good to know', caution: 'Caution', danger: 'Danger'},
    topics: {
      suicide: 'Suicide',
      'self-harm': 'Self-harm',
      depression: 'Depression',
      anxiety: 'Anxiety',
      'substance-use': 'Alcohol and drugs',
      overdose: 'Overdose',
      'eating-disorder': 'Eating disorders',
      'domestic-violence': 'Domestic violence',
      'sexual-violence': 'Sexual violence',
      'child-abuse': 'Child abuse',
      psychosis: 'Psychosis',
      grief: 'Grief',
      loneliness: 'Loneliness',
      sleep: 'Sleep',
      caregiving: 'Caregiving',
      general: 'General health',
    },
  },
  es: {
    skipToContent: 'Saltar al texto',
    contents: 'En esta página',
    keyPoints: 'Puntos clave',
    references: 'Referencias',
    backToText: 'Volver al texto',
    published: 'Publicado',
    updated: 'Actualizado',
    lastReviewed: 'Última revisión',
    nextReview: 'Próxima revisión',
    author: 'Por',
    reviewedBy: 'Revisado por',
    corrections: 'Correcciones',
    retracted: 'Este artículo ha sido retirado',
    related: 'Siga leyendo',
    allArticles: 'Todos los artículos',
    findHelp: 'Buscar una línea de ayuda',
    otherLanguages: 'En otros idiomas',
    readOn: 'Leer el artículo',
    image: 'Imagen',
    severity: {info: 'Conviene saber', caution: 'Precaución', danger: 'Peligro'},
    topics: {
      suicide: 'Suicidio',
      'self-harm': 'Autolesiones',
      depression: 'Depresión',
      anxiety: 'Ansiedad',
      'substance-use': 'Alcohol y drogas',
      overdose: 'Sobredosis',
      'eating-disorder': 'Trastornos de la alimentación',
      'domestic-violence': 'Violencia en la pareja',
      'sexual-violence': 'Violencia sexual',
      'child-abuse': 'Maltrato infantil',
      psychosis: 'Psicosis',
      grief: 'Duelo',
      loneliness: 'Soledad',
      sleep: 'Sueño',
      caregiving: 'Cuidar a otros',
      general: 'Salud general',
    },
  },
  fr: {
    skipToContent: 'Aller au texte',
    contents: 'Sur cette page',
    keyPoints: 'L’essentiel',
    references: 'Références',
    backToText: 'Retour au texte',
    published: 'Publié',
    updated: 'Mis à jour',
    lastReviewed: 'Dernière relecture',
    nextReview: 'Prochaine relecture',
    author: 'Par',
    reviewedBy: 'Relu par',
    corrections: 'Corrections',
    retracted: 'Cet article a été retiré',
    related: 'À lire ensuite',
    allArticles: 'Tous les articles',
    findHelp: 'Trouver une ligne d’écoute',
    otherLanguages: 'Dans d’autres langues',
    readOn: 'Lire l’article',
    image: 'Image',
    severity: {info: 'Bon à savoir', caution: 'Prudence', danger: 'Danger'},
    topics: {
      suicide: 'Suicide',
      'self-harm': 'Automutilation',
      depression: 'Dépression',
      anxiety: 'Anxiété',
      'substance-use': 'Alcool et drogues',
      overdose: 'Surdose',
      'eating-disorder': 'Troubles alimentaires',
      'domestic-violence': 'Violences conjugales',
      'sexual-violence': 'Violences sexuelles',
      'child-abuse': 'Maltraitance des enfants',
      psychosis: 'Psychose',
      grief: 'Deuil',
      loneliness: 'Solitude',
      sleep: 'Sommeil',
      caregiving: 'Proches aidants',
      general: 'Santé générale',
    },
  },
  de: {
    skipToContent: 'Zum Text',
    contents: 'Auf dieser Seite',
    keyPoints: 'Das Wichtigste',
    references: 'Quellen',
    backToText: 'Zurück zum Text',
    published: 'Veröffentlicht',
    updated: 'Aktualisiert',
    lastReviewed: 'Zuletzt geprüft',
    nextReview: 'Nächste Prüfung',
    author: 'Von',
    reviewedBy: 'Geprüft von',
    corrections: 'Korrekturen',
    retracted: 'Dieser Artikel wurde zurückgezogen',
    related: 'Weiterlesen',
    allArticles: 'Alle Artikel',
    findHelp: 'Hilfe finden',
    otherLanguages: 'In anderen Sprachen',
    readOn: 'Artikel lesen',
    image: 'Bild',
    severity: {info: 'Gut zu wissen', caution: 'Vorsicht', danger: 'Gefahr'},
    topics: {
      suicide: 'Suizid',
      'self-harm': 'Selbstverletzung',
      depression: 'Depression',
      anxiety: 'Angst',
      'substance-use': 'Alkohol und Drogen',
      overdose: 'Überdosis',
      'eating-disorder': 'Essstörungen',
      'domestic-violence': 'Häusliche Gewalt',
      'sexual-violence': 'Sexuelle Gewalt',
      'child-abuse': 'Kindesmisshandlung',
      psychosis: 'Psychose',
      grief: 'Trauer',
      loneliness: 'Einsamkeit',
      sleep: 'Schlaf',
      caregiving: 'Pflege von Angehörigen',
      general: 'Gesundheit allgemein',
    },
  },
  ar: {
    skipToContent: 'الانتقال إلى النص',
    contents: 'في هذه الصفحة',
    keyPoints: 'أهم النقاط',
    references: 'المراجع',
    backToText: 'العودة إلى النص',
    published: 'تاريخ النشر',
    updated: 'آخر تحديث',
    lastReviewed: 'آخر مراجعة',
    nextReview: 'المراجعة القادمة',
    author: 'إعداد',
    reviewedBy: 'مراجعة',
    corrections: 'تصحيحات',
    retracted: 'تم سحب هذا المقال',
    related: 'اقرأ أيضًا',
    allArticles: 'كل المقالات',
    findHelp: 'البحث عن خط مساعدة',
    otherLanguages: 'بلغات أخرى',
    readOn: 'قراءة المقال',
    image: 'صورة',
    severity: {info: 'معلومة مفيدة', caution: 'تنبيه', danger: 'خطر'},
    topics: {
      suicide: 'الانتحار',
      'self-harm': 'إيذاء النفس',
      depression: 'الاكتئاب',
      anxiety: 'القلق',
      'substance-use': 'الكحول والمخدرات',
      overdose: 'الجرعة الزائدة',
      'eating-disorder': 'اضطرابات الأكل',
      'domestic-violence': 'العنف الأسري',
      'sexual-violence': 'العنف الجنسي',
      'child-abuse': 'إساءة معاملة الأطفال',
      psychosis: 'الذهان',
      grief: 'الحزن والفقد',
      loneliness: 'الوحدة',
      sleep: 'النوم',
      caregiving: 'رعاية الآخرين',
      general: 'الصحة العامة',
    },
  },
  hi: {
    skipToContent: 'लेख पर जाएँ',
    contents: 'इस पृष्ठ पर',
    keyPoints: 'मुख्य बातें',
    references: 'संदर्भ',
    backToText: 'लेख पर वापस',
    published: 'प्रकाशित',
    updated: 'अद्यतन',
    lastReviewed: 'पिछली समीक्षा',
    nextReview: 'अगली समीक्षा',
    author: 'लेखक',
    reviewedBy: 'समीक्षक',
    corrections: 'सुधार',
    retracted: 'यह लेख वापस ले लिया गया है',
    related: 'आगे पढ़ें',
    allArticles: 'सभी लेख',
    findHelp: 'हेल्पलाइन खोजें',
    otherLanguages: 'अन्य भाषाओं में',
    readOn: 'लेख पढ़ें',
    image: 'चित्र',
    severity: {info: 'जानने योग्य', caution: 'सावधानी', danger: 'ख़तरा'},
    topics: {
      suicide: 'आत्महत्या',
      'self-harm': 'स्वयं को चोट',
      depression: 'अवसाद',
      anxiety: 'चिंता',
      'substance-use': 'शराब और नशा',
      overdose: 'ओवरडोज़',
      'eating-disorder': 'खान-पान के विकार',
      'domestic-violence': 'घरेलू हिंसा',
      'sexual-violence': 'यौन हिंसा',
      'child-abuse': 'बाल शोषण',
      psychosis: 'मनोविकृति',
      grief: 'शोक',
      loneliness: 'अकेलापन',
      sleep: 'नींद',
      caregiving: 'देखभाल',
      general: 'सामान्य स्वास्थ्य',
    },
  },
}

/** Throws PublisherError LANGUAGE_UNSUPPORTED: a page half in English is no page for its readers. */
export const phrases = (language: string): Phrases => {
  const found = PHRASES[baseLanguage(language)]
  if (found !== undefined) return found
  throw new PublisherError({
    documentId: language,
    path: 'language',
    code: 'LANGUAGE_UNSUPPORTED',
    message: `Throwline has no words in ${language}. Add the language to publishers/phrases.ts, or change the language of the document.`,
  })
}

/** A day in words, in UTC: `March 1, 2026`. */
export const formatDate = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(Date.parse(date))

/** `US` in the reader's language; the code itself where there is no name. */
export const countryName = (country: string, language: string): string =>
  new Intl.DisplayNames([language], {type: 'region', fallback: 'code'}).of(country) ?? country

/** A language in its own words: `español`. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([language], {type: 'language', fallback: 'code'}).of(language) ?? language
