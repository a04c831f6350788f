/**
 * Everything that Throwline adds to a Studio, as one plugin: types, desk, previews, actions. A Studio
 * of its own needs nothing else; one with other types adds it to its `plugins` and keeps them.
 */
import {definePlugin, type PluginOptions} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from '../schemas/index.ts'
import {articleOnTopic} from './desk/templates.ts'
import {editorialActions} from './actions/editorial-actions.ts'
import {documentBadges} from './badges/document-badges.ts'
import {citationComponents} from './citations/form-components.tsx'
import {defaultDocumentNode} from './document-views.ts'
import {withGuard} from './guard/with-guard.ts'
import {messages} from './messages.ts'
import {noticeTemplate} from './new-notice.ts'
import {documentActions, newDocumentOptions} from './one-of-each.ts'
import {structure} from './structure.ts'

export interface ThrowlineOptions {
  /** Where the desk stands among the tools, and in addresses; `throwline` when absent. */
  readonly toolName?: string
  /** What the desk is called; `Newsroom` when absent. */
  readonly toolTitle?: string
}

const plugin = definePlugin<ThrowlineOptions>(
  ({toolName = 'throwline', toolTitle = 'Newsroom'}): PluginOptions => ({
    name: 'throwline',
    plugins: [structureTool({name: toolName, title: toolTitle, structure, defaultDocumentNode})],
    schema: {
      types: schemaTypes,
      templates: (templates) => [...templates, noticeTemplate, articleOnTopic],
    },
    document: {
      // the guard comes last, so that it wraps whatever publishes in the end
      actions: (actions, context) =>
        withGuard(editorialActions(documentActions(actions, context), context), context),
      badges: documentBadges,
      newDocumentOptions,
    },
    form: {components: citationComponents},
    i18n: {bundles: [messages]},
  }),
)

/** `plugins: [throwline()]` in a Studio's configuration. */
export const throwline = (options: ThrowlineOptions = {}): PluginOptions => plugin(options)
