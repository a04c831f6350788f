/** The OpenAPI 3.1 document, made of the schemas that read the requests. */
import {OpenAPIHono} from '@hono/zod-openapi'
import {OPERATIONS} from './operations.ts'

export interface DocumentFacts {
  readonly siteName: string
  /** Without a final slash. */
  readonly publicUrl: string
}

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>

export const apiDocument = ({siteName, publicUrl}: DocumentFacts): ApiDocument => {
  const {openAPIRegistry: registry, getOpenAPI31Document} = new OpenAPIHono()
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'Your key: `Authorization: Bearer tl_…`.',
  })
  registry.registerComponent('securitySchemes', 'header', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Api-Key',
    description: 'The same key, where Authorization cannot be set.',
  })
  for (const operation of Object.values(OPERATIONS)) registry.registerPath(operation)
  return getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `Partner API of ${siteName}`,
      version: '1.0.0',
      description:
        'Articles for partner sites. Every answer that holds text of an article holds the crisis notice for its readers, read back before it left: show it with the text, first and whole.',
      license: {name: 'As agreed with the publisher', url: `${publicUrl}/api/v1/`},
      contact: {name: siteName, url: publicUrl},
    },
    servers: [{url: publicUrl}],
    tags: [
      {name: 'Articles', description: 'Texts, with the notice of their readers.'},
      {name: 'Help', description: 'Notices and helplines by themselves.'},
      {name: 'Changes', description: 'What a copy must follow.'},
    ],
  })
}
