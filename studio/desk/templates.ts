/** What new documents start with, where the list that they are made in says something about them. */
import type {Template} from 'sanity'

export const ARTICLE_ON_TOPIC = 'article-on-topic'

export const articleOnTopic: Template<{topic: string}> = {
  id: ARTICLE_ON_TOPIC,
  title: 'Article',
  schemaType: 'article',
  parameters: [{name: 'topic', title: 'Topic', type: 'string'}],
  value: ({topic}: {readonly topic: string}) => ({topics: [topic]}),
}
