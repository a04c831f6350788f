/** Journal articles behind the shorter pieces; one of them is retracted, and cited for that reason. */
import type {Document} from '../notation/documents.ts'
import {people, source} from '../notation/source.ts'

export const journalSources: readonly Document[] = [
  source('journalArticle', 'arcelus-2011', {
    by: people('Arcelus J; Mitchell AJ; Wales J; Nielsen S'),
    title:
      'Mortality rates in patients with anorexia nervosa and other eating disorders: a meta-analysis of 36 studies',
    journal: ['Archives of General Psychiatry', 'Arch Gen Psychiatry'],
    year: 2011,
    volume: '68',
    issue: '7',
    pages: '724-731',
    doi: '10.1001/archgenpsychiatry.2011.74',
  }),
  source('journalArticle', 'campbell-2003', {
    by: people(`Campbell JC; Webster D; Koziol-McLain J; Block C; Campbell D; Curry MA; Gary F;
      Glass N; McFarlane J; Sachs C; Sharps P; Ulrich Y; Wilt SA; Manganello J; Xu X;
      Schollenberger J; Frye V; Laughon K`),
    title:
      'Risk factors for femicide in abusive relationships: results from a multisite case control study',
    journal: ['American Journal of Public Health', 'Am J Public Health'],
    year: 2003,
    volume: '93',
    issue: '7',
    pages: '1089-1097',
    doi: '10.2105/AJPH.93.7.1089',
  }),
  source('journalArticle', 'carpenter-2018', {
    by: people('Carpenter JK; Andrews LA; Witcraft SM; Powers MB; Smits JAJ; Hofmann SG'),
    title:
      'Cognitive behavioral therapy for anxiety and related disorders: a meta-analysis of randomized placebo-controlled trials',
    journal: ['Depression and Anxiety', 'Depress Anxiety'],
    year: 2018,
    volume: '35',
    issue: '6',
    pages: '502-514',
    doi: '10.1002/da.22728',
  }),
  source('journalArticle', 'cerel-2019', {
    by: people('Cerel J; Brown MM; Maple M; Singleton M; van de Venne J; Moore M; Flaherty C'),
    title: 'How many people are exposed to suicide? Not six',
    journal: ['Suicide and Life-Threatening Behavior', 'Suicide Life Threat Behav'],
    year: 2019,
    volume: '49',
    issue: '2',
    pages: '529-534',
    doi: '10.1111/sltb.12450',
  }),
  source('journalArticle', 'drake-2013', {
    by: people('Drake C; Roehrs T; Shambroom J; Roth T'),
    title: 'Caffeine effects on sleep taken 0, 3, or 6 hours before going to bed',
    journal: ['Journal of Clinical Sleep Medicine', 'J Clin Sleep Med'],
    year: 2013,
    volume: '9',
    issue: '11',
    pages: '1195-1200',
    doi: '10.5664/jcsm.3170',
  }),
  source('journalArticle', 'felitti-1998', {
    by: people(`Felitti VJ; Anda RF; Nordenberg D; Williamson DF; Spitz AM; Edwards V; Koss MP;
      Marks JS`),
    title:
      'Relationship of childhood abuse and household dysfunction to many of the leading causes of death in adults: the Adverse Childhood Experiences (ACE) Study',
    journal: ['American Journal of Preventive Medicine', 'Am J Prev Med'],
    year: 1998,
    volume: '14',
    issue: '4',
    pages: '245-258',
    doi: '10.1016/S0749-3797(98)00017-8',
    pmid: '9635069',
  }),
  source('journalArticle', 'godlee-2011', {
    by: people('Godlee F; Smith J; Marcovitch H'),
    title: "Wakefield's article linking MMR vaccine and autism was fraudulent",
    journal: ['BMJ', 'BMJ'],
    year: 2011,
    volume: '342',
    articleNumber: 'c7452',
    doi: '10.1136/bmj.c7452',
  }),
  source('journalArticle', 'golden-2005', {
    by: people(`Golden RN; Gaynes BN; Ekstrom RD; Hamer RM; Jacobsen FM; Suppes T; Wisner KL;
      Nemeroff CB`),
    title:
      'The efficacy of light therapy in the treatment of mood disorders: a review and meta-analysis of the evidence',
    journal: ['The American Journal of Psychiatry', 'Am J Psychiatry'],
    year: 2005,
    volume: '162',
    issue: '4',
    pages: '656-662',
    doi: '10.1176/appi.ajp.162.4.656',
  }),
  source('journalArticle', 'hawton-2012', {
    by: people("Hawton K; Saunders KEA; O'Connor RC"),
    title: 'Self-harm and suicide in adolescents',
    journal: ['The Lancet', 'Lancet'],
    year: 2012,
    volume: '379',
    issue: '9834',
    pages: '2373-2382',
    doi: '10.1016/S0140-6736(12)60322-5',
  }),
  source('journalArticle', 'holt-lunstad-2015', {
    by: people('Holt-Lunstad J; Smith TB; Baker M; Harris T; Stephenson D'),
    title: 'Loneliness and social isolation as risk factors for mortality: a meta-analytic review',
    journal: ['Perspectives on Psychological Science', 'Perspect Psychol Sci'],
    year: 2015,
    volume: '10',
    issue: '2',
    pages: '227-237',
    doi: '10.1177/1745691614568352',
  }),
  source('journalArticle', 'kane-2016', {
    by: people(`Kane JM; Robinson DG; Schooler NR; Mueser KT; Penn DL; Rosenheck RA; Addington J;
      Brunette MF; Correll CU; Estroff SE; Marcy P; Robinson J; Meyer-Kalos PS; Gottlieb JD;
      Glynn SM; Lynde DW; Pipes R; Kurian BT; Miller AL; Azrin ST; Goldstein AB; Severe JB; Lin H;
      Sint KJ; John M; Heinssen RK`),
    title:
      'Comprehensive versus usual community care for first-episode psychosis: 2-year outcomes from the NIMH RAISE early treatment program',
    journal: ['The American Journal of Psychiatry', 'Am J Psychiatry'],
    year: 2016,
    volume: '173',
    issue: '4',
    pages: '362-372',
    doi: '10.1176/appi.ajp.2015.15050632',
  }),
  source('journalArticle', 'morin-2012', {
    by: people('Morin CM; Benca R'),
    title: 'Chronic insomnia',
    journal: ['The Lancet', 'Lancet'],
    year: 2012,
    volume: '379',
    issue: '9821',
    pages: '1129-1141',
    doi: '10.1016/S0140-6736(11)60750-2',
  }),
  source('journalArticle', 'pitman-2014', {
    by: people('Pitman A; Osborn D; King M; Erlangsen A'),
    title: 'Effects of suicide bereavement on mental health and suicide risk',
    journal: ['The Lancet Psychiatry', 'Lancet Psychiatry'],
    year: 2014,
    volume: '1',
    issue: '1',
    pages: '86-94',
    doi: '10.1016/S2215-0366(14)70224-X',
  }),
  source('journalArticle', 'qaseem-2016', {
    by: people('Qaseem A; Kansagara D; Forciea MA; Cooke M; Denberg TD'),
    title:
      'Management of chronic insomnia disorder in adults: a clinical practice guideline from the American College of Physicians',
    journal: ['Annals of Internal Medicine', 'Ann Intern Med'],
    year: 2016,
    volume: '165',
    issue: '2',
    pages: '125-133',
    doi: '10.7326/M15-2175',
  }),
  source('journalArticle', 'schulz-1999', {
    by: people('Schulz R; Beach SR'),
    title: 'Caregiving as a risk factor for mortality: the Caregiver Health Effects Study',
    journal: ['JAMA', 'JAMA'],
    year: 1999,
    volume: '282',
    issue: '23',
    pages: '2215-2219',
    doi: '10.1001/jama.282.23.2215',
  }),
  source('journalArticle', 'taylor-2014', {
    by: people('Taylor LE; Swerdfeger AL; Eslick GD'),
    title:
      'Vaccines are not associated with autism: an evidence-based meta-analysis of case-control and cohort studies',
    journal: ['Vaccine', 'Vaccine'],
    year: 2014,
    volume: '32',
    issue: '29',
    pages: '3623-3629',
    doi: '10.1016/j.vaccine.2014.04.085',
  }),
  source('journalArticle', 'wakefield-1998', {
    by: people(`Wakefield AJ; Murch SH; Anthony A; Linnell J; Casson DM; Malik M; Berelowitz M;
      Dhillon AP; Thomson MA; Harvey P; Valentine A; Davies SE; Walker-Smith JA`),
    title:
      'Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in children',
    journal: ['The Lancet', 'Lancet'],
    year: 1998,
    volume: '351',
    issue: '9103',
    pages: '637-641',
    doi: '10.1016/S0140-6736(97)11096-0',
    pmid: '9500320',
    retraction: {date: '2010-02-06', note: 'Retracted in: Lancet. 2010;375(9713):445'},
  }),
  source('journalArticle', 'wakeman-2020', {
    by: people(`Wakeman SE; Larochelle MR; Ameli O; Chaisson CE; McPheeters JT; Crown WH; Azocar F;
      Sanghavi DM`),
    title: 'Comparative effectiveness of different treatment pathways for opioid use disorder',
    journal: ['JAMA Network Open', 'JAMA Netw Open'],
    year: 2020,
    volume: '3',
    issue: '2',
    articleNumber: 'e1920622',
    doi: '10.1001/jamanetworkopen.2019.20622',
  }),
  source('journalArticle', 'watson-2015', {
    by: people(`Watson NF; Badr MS; Belenky G; Bliwise DL; Buxton OM; Buysse D; Dinges DF;
      Gangwisch J; Grandner MA; Kushida C; Malhotra RK; Martin JL; Patel SR; Quan SF; Tasali E`),
    title:
      'Recommended amount of sleep for a healthy adult: a joint consensus statement of the American Academy of Sleep Medicine and Sleep Research Society',
    journal: ['Sleep', 'Sleep'],
    year: 2015,
    volume: '38',
    issue: '6',
    pages: '843-844',
    doi: '10.5665/sleep.4716',
  }),
]
