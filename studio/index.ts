/** `throwline/studio`: the plugin, and its parts for a Studio that wants its own desk. */
export {throwline, type ThrowlineOptions} from './plugin.ts'
export {structure} from './structure.ts'
export {defaultDocumentNode} from './document-views.ts'
