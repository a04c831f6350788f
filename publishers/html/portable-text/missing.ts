/** What is said when a name has no component: the words of to-html, which callers may match. */
import type {MissingComponentHandler, NodeType} from '@portabletext/to-html'

const KINDS: Readonly<Record<NodeType, {readonly name: string; readonly option: string}>> = {
  block: {name: 'block type', option: 'types'},
  mark: {name: 'mark type', option: 'marks'},
  blockStyle: {name: 'block style', option: 'block'},
  listStyle: {name: 'list style', option: 'list'},
  listItemStyle: {name: 'list item style', option: 'listItem'},
}

export const reportMissing = (
  report: MissingComponentHandler,
  nodeType: NodeType,
  type: string,
): void => {
  const {name, option} = KINDS[nodeType]
  report(
    `Unknown ${name} "${type}", specify a component for it in the \`components.${option}\` option`,
    {nodeType, type},
  )
}
