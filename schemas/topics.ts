/** Topic ids (content model) with the words editors see. */
const TITLES = {
  suicide: 'Suicide',
  'self-harm': 'Self-harm',
  depression: 'Depression',
  anxiety: 'Anxiety',
  'substance-use': 'Substance use',
  overdose: 'Overdose',
  'eating-disorder': 'Eating disorders',
  'domestic-violence': 'Domestic violence',
  'sexual-violence': 'Sexual violence',
  'child-abuse': 'Child abuse',
  psychosis: 'Psychosis',
  grief: 'Grief',
  loneliness: 'Loneliness',
  sleep: 'Sleep',
  caregiving: 'Caregiving',
  general: 'General health',
} as const

export const topicOptions = Object.entries(TITLES).map(([value, title]) => ({value, title}))
