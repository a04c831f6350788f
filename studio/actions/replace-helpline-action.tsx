/** Replace helpline: another line takes over wherever this one is shown, in one transaction. */
import {TransferIcon} from '@sanity/icons/Transfer'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {today} from '../../schemas/rules/dates.ts'
import {refOf, textOf} from '../../schemas/shapes.ts'
import {planReplacement, type Replacement} from './replace-helpline.ts'
import {ReplaceForm} from './replace-form.tsx'
import {sendAll} from './send-all.ts'
import {current} from './use-patch.ts'

export const ReplaceHelpline: DocumentActionComponent = (props) => {
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const line = current(props)
  if (line === null) return null
  const close = (): void => {
    setOpen(false)
    setFailure(undefined)
  }
  const replace = async (replacement: Replacement): Promise<void> => {
    const plan = planReplacement(replacement)
    if (!plan.ok) {
      setFailure(plan.reasons.join(' '))
      return
    }
    setBusy(true)
    const refused = await sendAll(client, plan.mutations)
    setBusy(false)
    setFailure(refused)
    if (refused !== undefined) return
    setOpen(false)
    toast.push({
      status: 'success',
      title: `${textOf(line['name'])} is replaced`,
      description: 'Everything that showed it now shows the new line.',
    })
  }
  const isReplaced = textOf(line['retiredAt']) !== '' && refOf(line['replacedBy']) !== undefined
  return {
    label: isReplaced ? 'Replace again…' : 'Replace this helpline…',
    icon: TransferIcon,
    tone: 'critical',
    disabled: !props.ready,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: `Replace ${textOf(line['name'])}`,
      width: 'medium',
      onClose: close,
      content: (
        <ReplaceForm
          id={props.id}
          country={textOf(line['country'])}
          name={textOf(line['name'])}
          date={today()}
          busy={isBusy}
          error={failure}
          onReplace={(replacement) => void replace(replacement)}
          onCancel={close}
        />
      ),
    },
  }
}
