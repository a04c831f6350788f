/** Which helpline a reader sees first. */
import type {Helpline} from '../content/model.ts'
import type {JoinedNotice} from './join.ts'

/**
 * The lines for the article's topics, in the order of its topics, then the notice's own lines; each
 * once. Pairs stay side by side because `joinNotice` put them so. Never empty for a notice without
 * problems.
 */
export const orderHelplines = (
  notice: JoinedNotice,
  topics: readonly string[],
): readonly [Helpline, ...Helpline[]] => {
  const forTopics = topics.flatMap((topic) =>
    notice.topicHelplines.flatMap((entry) => (entry.topic === topic ? entry.helplines : [])),
  )
  const ordered = new Map([...forTopics, ...notice.helplines].map((line) => [line.id, line]))
  const [first, ...rest] = ordered.values()
  if (first === undefined) throw new RangeError(`${notice.id} has no helpline`)
  return Object.freeze<[Helpline, ...Helpline[]]>([first, ...rest])
}
