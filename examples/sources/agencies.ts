/** Web pages, reports, books, and data of health agencies and professional bodies. */
import type {Document} from '../notation/documents.ts'
import {organization, people, source} from '../notation/source.ts'

const WHO = organization('World Health Organization')
const NICE = organization('National Institute for Health and Care Excellence')
const NIMH = organization('National Institute of Mental Health')

export const agencySources: readonly Document[] = [
  source('book', 'dsm-5-tr', {
    by: organization('American Psychiatric Association'),
    title: 'Diagnostic and statistical manual of mental disorders: DSM-5-TR',
    year: 2022,
    publisher: 'American Psychiatric Association Publishing',
    doi: '10.1176/appi.books.9780890425787',
  }),
  source('dataset', 'cdc-overdose-data', {
    by: organization('National Center for Health Statistics'),
    title: 'Provisional drug overdose death counts',
    publisher: 'Centers for Disease Control and Prevention',
    url: 'https://www.cdc.gov/nchs/nvss/vsrr/drug-overdose-data.htm',
    accessedAt: '2026-11-05',
  }),
  source('report', 'aarp-caregiving-2020', {
    by: [...organization('AARP'), ...organization('National Alliance for Caregiving')],
    title: 'Caregiving in the United States 2020',
    year: 2020,
    publisher: 'AARP',
  }),
  source('report', 'nisvs-2022', {
    by: people(
      `Leemis RW; Friar N; Khatiwada S; Chen MS; Kresnow M; Smith SG; Caslin S; Basile KC`,
    ),
    title:
      'The National Intimate Partner and Sexual Violence Survey: 2016/2017 report on intimate partner violence',
    year: 2022,
    publisher: 'National Center for Injury Prevention and Control',
  }),
  source('report', 'surgeon-general-loneliness', {
    by: organization('Office of the U.S. Surgeon General'),
    title:
      "Our epidemic of loneliness and isolation: the U.S. Surgeon General's advisory on the healing effects of social connection and community",
    year: 2023,
    publisher: 'U.S. Department of Health and Human Services',
  }),
  source('report', 'samhsa-tip-63', {
    by: organization('Substance Abuse and Mental Health Services Administration'),
    title: 'TIP 63: medications for opioid use disorder',
    year: 2021,
    publisher: 'Substance Abuse and Mental Health Services Administration',
  }),
  source('report', 'who-live-life', {
    by: WHO,
    title: 'Live life: an implementation guide for suicide prevention in countries',
    year: 2021,
    publisher: 'World Health Organization',
  }),
  source('report', 'nice-anxiety', {
    by: NICE,
    title: 'Generalised anxiety disorder and panic disorder in adults: management (CG113)',
    year: 2011,
    url: 'https://www.nice.org.uk/guidance/cg113',
    accessedAt: '2026-10-08',
  }),
  source('report', 'nice-eating-disorders', {
    by: NICE,
    title: 'Eating disorders: recognition and treatment (NG69)',
    year: 2017,
    url: 'https://www.nice.org.uk/guidance/ng69',
    accessedAt: '2026-10-20',
  }),
  source('report', 'nice-self-harm', {
    by: NICE,
    title: 'Self-harm: assessment, management and preventing recurrence (NG225)',
    year: 2022,
    url: 'https://www.nice.org.uk/guidance/ng225',
    accessedAt: '2026-09-30',
  }),
  source('webPage', 'who-opioid-overdose', {
    by: WHO,
    title: 'Opioid overdose',
    url: 'https://www.who.int/news-room/fact-sheets/detail/opioid-overdose',
    accessedAt: '2026-11-05',
  }),
  source('webPage', 'who-violence-against-women', {
    by: WHO,
    title: 'Violence against women',
    url: 'https://www.who.int/news-room/fact-sheets/detail/violence-against-women',
    accessedAt: '2026-10-27',
  }),
  source('webPage', 'who-child-maltreatment', {
    by: WHO,
    title: 'Child maltreatment',
    url: 'https://www.who.int/news-room/fact-sheets/detail/child-maltreatment',
    accessedAt: '2026-09-22',
  }),
  source('webPage', 'who-suicide', {
    by: WHO,
    title: 'Suicide',
    url: 'https://www.who.int/news-room/fact-sheets/detail/suicide',
    accessedAt: '2026-10-13',
  }),
  source('webPage', 'who-depression', {
    by: WHO,
    title: 'Depressive disorder (depression)',
    url: 'https://www.who.int/news-room/fact-sheets/detail/depression',
    accessedAt: '2026-10-29',
  }),
  source('webPage', 'nida-naloxone', {
    by: organization('National Institute on Drug Abuse'),
    title: 'Naloxone drug facts',
    url: 'https://nida.nih.gov/publications/drugfacts/naloxone',
    accessedAt: '2026-11-05',
  }),
  source('webPage', 'nhlbi-sleep', {
    by: organization('National Heart, Lung, and Blood Institute'),
    title: 'Sleep deprivation and deficiency',
    url: 'https://www.nhlbi.nih.gov/health/sleep-deprivation',
    accessedAt: '2026-10-02',
  }),
  source('webPage', 'nimh-panic', {
    by: NIMH,
    title: 'Panic disorder: when fear overwhelms',
    url: 'https://www.nimh.nih.gov/health/publications/panic-disorder-when-fear-overwhelms',
    accessedAt: '2026-10-08',
  }),
  source('webPage', 'nimh-psychosis', {
    by: NIMH,
    title: 'Understanding psychosis',
    url: 'https://www.nimh.nih.gov/health/publications/understanding-psychosis',
    accessedAt: '2026-09-17',
  }),
  source('webPage', 'nimh-eating-disorders', {
    by: NIMH,
    title: 'Eating disorders',
    url: 'https://www.nimh.nih.gov/health/topics/eating-disorders',
    accessedAt: '2026-10-20',
  }),
  source('webPage', 'medlineplus-evaluating', {
    by: organization('MedlinePlus'),
    title: 'Evaluating health information',
    publisher: 'National Library of Medicine',
    url: 'https://medlineplus.gov/evaluatinghealthinformation.html',
    accessedAt: '2026-11-10',
  }),
]
