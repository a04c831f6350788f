/**
 * How editors make a crisis notice. Its `_id` names its audience, and the Studio gives new documents
 * random ids; so country and language are chosen first, and the document is opened under its id.
 */
import {AddIcon} from '@sanity/icons/Add'
import type {Template} from 'sanity'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {noticeId} from '../schemas/index.ts'
import {countries, type Named, noticeLanguages} from './languages.ts'

const TEMPLATE = 'crisisNotice-for-audience'

export const noticeTemplate: Template<{country: string; language: string}> = {
  id: TEMPLATE,
  title: 'Crisis notice',
  schemaType: 'crisisNotice',
  parameters: [
    {name: 'country', title: 'Country', type: 'string'},
    {name: 'language', title: 'Language', type: 'string'},
  ],
  value: ({country, language}: {readonly country: string; readonly language: string}) => ({
    country,
    language,
  }),
}

/** The notice for one audience, there already or not. */
export const languageItem = (
  S: StructureBuilder,
  country: Named,
  language: Named,
): ListItemBuilder => {
  const id = noticeId(country.code, language.code)
  return S.listItem()
    .id(language.code)
    .title(language.name)
    .child(
      S.document()
        .schemaType('crisisNotice')
        .documentId(id)
        .initialValueTemplate(TEMPLATE, {country: country.code, language: language.code}),
    )
}

const countryItem = (S: StructureBuilder, country: Named): ListItemBuilder =>
  S.listItem()
    .id(country.code)
    .title(country.name)
    .child(() =>
      S.list()
        .id(country.code)
        .title(country.name)
        .items(noticeLanguages().map((language) => languageItem(S, country, language))),
    )

/** A notice that is there already opens instead of being made again. */
export const newNoticeItem = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('add-notice')
    .title('Add a notice')
    .icon(AddIcon)
    .child(() =>
      S.list()
        .id('add-notice')
        .title('For which country?')
        .items(countries().map((country) => countryItem(S, country))),
    )
