/** For whom the preview is: country, and the language where there are translations. */
import {Box, Flex, Select, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {countryName, languageName} from '../newsroom/audiences.ts'

export interface LanguageOption {
  /** Of the document in that language. */
  readonly documentId: string
  readonly language: string
}

export interface AudienceBarProps {
  readonly countries: readonly string[]
  readonly country: string | undefined
  readonly onCountry: (country: string) => void
  readonly languages: readonly LanguageOption[]
  readonly documentId: string
  readonly onLanguage: (documentId: string) => void
  /** Further controls, at the end of the bar. */
  readonly children?: ReactNode
}

export const AudienceBar = (props: AudienceBarProps): ReactNode => {
  const {countries, country, onCountry, languages, documentId, onLanguage, children} = props
  const [countryId, languageId] = [useId(), useId()]
  if (countries.length === 0) return null
  return (
    <Flex gap={2} padding={3} align="center" wrap="wrap" justify="space-between">
      <Flex gap={2} align="center" wrap="wrap">
        <Text size={1} muted as="label" htmlFor={countryId}>
          Readers in
        </Text>
        <Box>
          <Select
            id={countryId}
            fontSize={1}
            padding={2}
            value={country ?? countries[0] ?? ''}
            onChange={(event) => onCountry(event.currentTarget.value)}
          >
            {countries.map((code) => (
              <option key={code} value={code}>
                {countryName(code)}
              </option>
            ))}
          </Select>
        </Box>
        <Text size={1} muted as="label" htmlFor={languageId}>
          reading
        </Text>
        <Box>
          <Select
            id={languageId}
            fontSize={1}
            padding={2}
            value={documentId}
            disabled={languages.length < 2}
            onChange={(event) => onLanguage(event.currentTarget.value)}
          >
            {languages.map((option) => (
              <option key={option.documentId} value={option.documentId}>
                {languageName(option.language)}
              </option>
            ))}
          </Select>
        </Box>
      </Flex>
      {children}
    </Flex>
  )
}
