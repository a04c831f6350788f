/** Topic ids (fixed: datasets, queries and partner JSON depend on them) with the words editors see. */
export const TOPIC_LIST = [
  {value: 'suicide', title: 'Suicide'},
  {value: 'self-harm', title: 'Self-harm'},
  {value: 'depression', title: 'Depression'},
  {value: 'anxiety', title: 'Anxiety'},
  {value: 'substance-use', title: 'Alcohol and drugs'},
  {value: 'overdose', title: 'Overdose'},
  {value: 'eating-disorder', title: 'Eating disorders'},
  {value: 'domestic-violence', title: 'Domestic violence'},
  {value: 'sexual-violence', title: 'Sexual violence'},
  {value: 'child-abuse', title: 'Child abuse'},
  {value: 'psychosis', title: 'Psychosis'},
  {value: 'grief', title: 'Grief'},
  {value: 'loneliness', title: 'Loneliness'},
  {value: 'sleep', title: 'Sleep'},
  {value: 'caregiving', title: 'Caring for somebody'},
  {value: 'general', title: 'General health'},
]
