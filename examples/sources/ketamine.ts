/** The 18 sources of the ketamine article. Four agency documents carry no year and no address. */
import type {Document} from '../notation/documents.ts'
import {organization, people, source} from '../notation/source.ts'

export const ketamineSources: readonly Document[] = [
  source('journalArticle', 'zhdanava-2021', {
    by: people('Zhdanava M; Pilon D; Ghelerter I; Chow W; Joshi K; Lefebvre P; Sheehan JJ'),
    title:
      'The prevalence and national burden of treatment-resistant depression and major depressive disorder in the United States',
    journal: ['The Journal of Clinical Psychiatry', 'J Clin Psychiatry'],
    year: 2021,
    volume: '82',
    issue: '2',
    articleNumber: '20m13699',
    doi: '10.4088/JCP.20m13699',
  }),
  source('journalArticle', 'lent-2019', {
    by: people('Lent JK; Arredondo A; Pugh MA; Austin PN'),
    title: 'Ketamine and treatment-resistant depression',
    journal: ['AANA Journal', 'AANA J'],
    year: 2019,
    volume: '87',
    issue: '5',
    pages: '411-419',
  }),
  source('journalArticle', 'gaynes-2020', {
    by: people(`Gaynes BN; Lux L; Gartlehner G; Asher G; Forman-Hoffman V; Green J; Boland E;
      Weber RP; Randolph C; Bann C; Coker-Schwimmer E; Viswanathan M; Lohr KN`),
    title: 'Defining treatment-resistant depression',
    journal: ['Depression and Anxiety', 'Depress Anxiety'],
    year: 2020,
    volume: '37',
    issue: '2',
    pages: '134-145',
    doi: '10.1002/da.22968',
  }),
  source('journalArticle', 'fava-2020', {
    by: people(`Fava M; Freeman MP; Flynn M; Judge H; Hoeppner BB; Cusin C; Ionescu DF; Mathew SJ;
      Chang LC; Iosifescu DV; Murrough J; Debattista C; Schatzberg AF; Trivedi MH; Jha MK;
      Sanacora G; Wilkinson ST; Papakostas GI`),
    title:
      'Double-blind, placebo-controlled, dose-ranging trial of intravenous ketamine as adjunctive therapy in treatment-resistant depression (TRD)',
    journal: ['Molecular Psychiatry', 'Mol Psychiatry'],
    year: 2020,
    volume: '25',
    pages: '1592-1603',
    doi: '10.1038/s41380-018-0256-5',
  }),
  source('journalArticle', 'niciu-2018', {
    by: people(`Niciu MJ; Shovestul BJ; Jaso BA; Farmer C; Luckenbaugh DA; Brutsche NE; Park LT;
      Ballard ED; Zarate CA`),
    title:
      'Features of dissociation differentially predict antidepressant response to ketamine in treatment-resistant depression',
    journal: ['Journal of Affective Disorders', 'J Affect Disord'],
    year: 2018,
    volume: '232',
    pages: '310-315',
    doi: '10.1016/j.jad.2018.02.049',
  }),
  source('journalArticle', 'serafini-2014', {
    by: people('Serafini G; Howland RH; Rovedi F; Girardi P; Amore M'),
    title: 'The role of ketamine in treatment-resistant depression: a systematic review',
    journal: ['Current Neuropharmacology', 'Curr Neuropharmacol'],
    year: 2014,
    volume: '12',
    issue: '5',
    pages: '444-461',
    doi: '10.2174/1570159X12666140619204251',
  }),
  source('journalArticle', 'phillips-2019', {
    by: people(`Phillips JL; Norris S; Talbot J; Birmingham M; Hatchard T; Ortiz A; Owoeye O;
      Batten LA; Blier P`),
    title:
      'Single, repeated, and maintenance ketamine infusions for treatment-resistant depression: a randomized controlled trial',
    journal: ['The American Journal of Psychiatry', 'Am J Psychiatry'],
    year: 2019,
    volume: '176',
    issue: '5',
    pages: '401-409',
    doi: '10.1176/appi.ajp.2018.18070834',
  }),
  source('journalArticle', 'al-shirawi-2017', {
    by: people('Al Shirawi MI; Kennedy SH; Ho KT; Byrne R; Downar J'),
    title: 'Oral ketamine in treatment-resistant depression',
    journal: ['Journal of Clinical Psychopharmacology', 'J Clin Psychopharmacol'],
    year: 2017,
    volume: '37',
    issue: '4',
    pages: '464-467',
    doi: '10.1097/JCP.0000000000000717',
  }),
  source('webPage', 'fda-esketamine', {
    by: organization('U.S. Food and Drug Administration'),
    title:
      "FDA approves new nasal spray medication for treatment-resistant depression; available only at a certified doctor's office or clinic",
  }),
  source('journalArticle', 'palamar-2021', {
    by: people('Palamar JJ; Rutherford C; Keyes KM'),
    title: 'Trends in ketamine use, exposures, and seizures in the United States up to 2019',
    journal: ['American Journal of Public Health', 'Am J Public Health'],
    year: 2021,
    volume: '111',
    issue: '11',
    pages: '2046-2049',
    doi: '10.2105/AJPH.2021.306486',
  }),
  source('report', 'dea-ketamine', {
    by: organization('Department of Justice, Drug Enforcement Administration'),
    title: 'Drug fact sheet: Ketamine',
  }),
  source('report', 'doj-ketamine', {
    by: organization('U.S. Department of Justice'),
    title: 'Ketamine fast facts',
  }),
  source('journalArticle', 'cheng-2018', {
    by: people('Cheng WJ; Chen CH; Chen CK; Huang MC; Pietrzak RH; Krystal JH; Xu K'),
    title:
      'Similar psychotic and cognitive profile between ketamine dependence with persistent psychosis and schizophrenia',
    journal: ['Schizophrenia Research', 'Schizophr Res'],
    year: 2018,
    volume: '199',
    pages: '313-318',
    doi: '10.1016/j.schres.2018.02.049',
  }),
  source('journalArticle', 'maloney-2018', {
    by: people('Maloney WJ'),
    title: 'The health effects of the abuse of ketamine',
    journal: ['International Journal of Depression and Anxiety', 'Int J Depress Anxiety'],
    year: 2018,
    volume: '1',
    articleNumber: '006',
    doi: '10.23937/ijda-2017/1710006',
  }),
  source('journalArticle', 'sassano-higgins-2016', {
    by: people('Sassano-Higgins S; Baron D; Juarez G; Esmaili N; Gold M'),
    title: 'A review of ketamine abuse and diversion',
    journal: ['Depression and Anxiety', 'Depress Anxiety'],
    year: 2016,
    volume: '33',
    issue: '8',
    pages: '718-727',
    doi: '10.1002/da.22536',
  }),
  source('journalArticle', 'acevedo-diaz-2020', {
    by: people(`Acevedo-Diaz EE; Cavanaugh GW; Greenstein D; Kraus C; Kadriu B; Zarate CA; Park L`),
    title:
      'Comprehensive assessment of side effects associated with a single dose of ketamine in treatment-resistant depression',
    journal: ['Journal of Affective Disorders', 'J Affect Disord'],
    year: 2020,
    volume: '263',
    pages: '568-575',
    doi: '10.1016/j.jad.2019.11.028',
  }),
  source('report', 'hhs-facing-addiction', {
    by: organization('U.S. Department of Health and Human Services'),
    title:
      "Facing addiction in America: the Surgeon General's report on alcohol, drugs, and health",
  }),
  source('journalArticle', 'mathai-2022', {
    by: people("Mathai DS; Lee SM; Mora V; O'Donnell KC; Garcia-Romeu A; Storch EA"),
    title: 'Mapping consent practices for outpatient psychiatric use of ketamine',
    journal: ['Journal of Affective Disorders', 'J Affect Disord'],
    year: 2022,
    volume: '312',
    pages: '113-121',
    doi: '10.1016/j.jad.2022.06.036',
  }),
]
