/** Verified today: one click after somebody called the line. In effect at once, draft or not. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {today} from '../../schemas/rules/dates.ts'
import {textOf} from '../../schemas/shapes.ts'
import {storedOf} from '../where-used/stored.ts'
import {verifiedOn} from './article-patches.ts'
import {sendAll} from './send-all.ts'
import {current} from './use-patch.ts'

export const VerifiedToday: DocumentActionComponent = (props) => {
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const line = current(props)
  if (line === null) return null
  const {draft, published, version} = props
  const states = storedOf([published, draft, version])
  const isRetired = textOf(line['retiredAt']) !== ''
  const isDone = states.every(({fields}) => fields['verifiedAt'] === today())
  const verify = async (): Promise<void> => {
    setBusy(true)
    const failure = await sendAll(client, verifiedOn(states, today()))
    setBusy(false)
    if (failure === undefined) {
      toast.push({
        status: 'success',
        title: `${textOf(line['name'])} was verified today`,
        description: 'It counts at once; there is nothing to publish.',
      })
    } else toast.push({status: 'error', title: 'This could not be noted', description: failure})
  }
  return {
    label: isDone ? 'Verified today' : 'I verified this today',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    disabled: isBusy || isDone || isRetired || !props.ready,
    title: isRetired
      ? 'This line is retired.'
      : 'After you called the line, or read its numbers on its own website. Notes the day at once.',
    onHandle: () => void verify(),
  }
}
