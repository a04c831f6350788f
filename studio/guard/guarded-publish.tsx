/**
 * The Publish action, with the check in front of it. Advice for the editor: the publishers and the
 * gate check again whatever is published.
 */
import {Button, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode, useCallback, useRef, useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  useClient,
  useValidationStatus,
  useWorkspace,
  validateDocument,
} from 'sanity'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {ProblemList} from '../components/problem-list.tsx'
import {audienceName} from '../newsroom/audiences.ts'
import {useNewsroomOptions} from '../store/use-papers.ts'
import {formErrors, withFormErrors} from './form-errors.ts'
import {type Checked, runCheck} from './run-check.ts'

type State =
  | {readonly step: 'idle' | 'checking'}
  | {readonly step: 'told'; readonly checked: Checked}
  /** The check itself could not be done. */
  | {readonly step: 'failed'; readonly reason: string}

const IDLE: State = {step: 'idle'}

const count = (amount: number, one: string, many: string): string =>
  amount === 1 ? `one ${one}` : `${amount} ${many}`

const headline = ({findings}: Checked): string => {
  const errors = findings.filter(({level}) => level === 'error').length
  return errors > 0
    ? `Not ready to publish: ${count(errors, 'thing', 'things')} to mend`
    : `Before you publish: ${count(findings.length, 'thing', 'things')} to know`
}

const Findings = ({
  checked,
  onFollow,
}: {
  readonly checked: Checked
  readonly onFollow: () => void
}): ReactNode => {
  const {findings, nameOf, typeOf} = checked
  return (
    <Stack gap={4}>
      <ProblemList
        problems={findings.map(({audiences, ...finding}) => ({
          ...finding,
          audiences: audiences.map(audienceName),
        }))}
        nameOf={nameOf}
        typeOf={typeOf}
        onFollow={onFollow}
      />
      <Text size={1} muted>
        Checked for every audience of the site, on the web, in mail, in text messages and for
        partners.
      </Text>
    </Stack>
  )
}

interface FooterProps {
  readonly isRefused: boolean
  readonly onClose: () => void
  readonly onPublish: () => void
}

const Footer = ({isRefused, onClose, onPublish}: FooterProps): ReactNode => (
  <Flex gap={2} justify="flex-end" padding={3}>
    <Button
      mode={isRefused ? 'default' : 'ghost'}
      fontSize={1}
      padding={3}
      text="Back to the text"
      onClick={onClose}
    />
    {!isRefused && (
      <Button fontSize={1} padding={3} tone="caution" text="I know, publish" onClick={onPublish} />
    )}
  </Flex>
)

type Dialog = NonNullable<DocumentActionDescription['dialog']>

const dialogFor = (state: State, onClose: () => void, onPublish: () => void): Dialog => {
  if (state.step === 'told') {
    const {checked} = state
    const isRefused = checked.findings.some(({level}) => level === 'error')
    return {
      type: 'dialog',
      width: 'medium',
      header: headline(checked),
      content: <Findings checked={checked} onFollow={onClose} />,
      footer: <Footer isRefused={isRefused} onClose={onClose} onPublish={onPublish} />,
      onClose,
    }
  }
  if (state.step === 'failed') {
    return {
      type: 'dialog',
      width: 'small',
      header: 'The check could not be done',
      content: <Text size={1}>{state.reason}</Text>,
      footer: <Footer isRefused={false} onClose={onClose} onPublish={onPublish} />,
      onClose,
    }
  }
  return false
}

const makeGuarded = (publish: DocumentActionComponent): DocumentActionComponent => {
  const GuardedPublish: DocumentActionComponent = (props) => {
    const original = publish(props)
    const client = useClient({apiVersion: API_VERSION})
    const options = useNewsroomOptions()
    const [state, setState] = useState<State>(IDLE)
    // what is there when the check has ended, which may be a later description
    const latest = useRef(original)
    latest.current = original
    const document = props.draft ?? props.version ?? props.published
    const target = document?._id ?? props.id
    const {validation} = useValidationStatus(target, props.type, props.release === undefined)
    const workspace = useWorkspace()
    const isMistaken = validation.some(({level}) => level === 'error')

    const close = useCallback(() => setState(IDLE), [])
    const go = useCallback(() => {
      setState(IDLE)
      latest.current?.onHandle?.()
    }, [])
    const begin = useCallback(() => {
      if (document === null) return
      setState({step: 'checking'})
      // the form's own verdict may still be of what stood there before the last keystroke
      Promise.all([
        runCheck(client, document, options),
        validateDocument({document, workspace}),
      ]).then(
        ([checked, markers]) => {
          const findings = withFormErrors(formErrors(markers, props.id), checked.findings)
          if (findings.length === 0) go()
          else setState({step: 'told', checked: {...checked, findings}})
        },
        (error: unknown) =>
          setState({
            step: 'failed',
            reason: error instanceof Error ? error.message : String(error),
          }),
      )
    }, [client, document, options, workspace, props.id, go])

    if (original === null) return null
    const isChecking = state.step === 'checking'
    return {
      ...original,
      ...(isChecking && {label: 'Checking…'}),
      // Sanity only says that something is wrong; asked to publish, we say what and where
      disabled: isChecking || (original.disabled === true && !isMistaken),
      onHandle: begin,
      dialog: dialogFor(state, close, go) || (original.dialog ?? false),
    }
  }
  GuardedPublish.action = 'publish'
  GuardedPublish.displayName = 'GuardedPublish'
  return GuardedPublish
}

const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** The same for the same action, so that what it remembers survives when actions are resolved again. */
export const guardedPublish = (publish: DocumentActionComponent): DocumentActionComponent => {
  const guarded = made.get(publish) ?? makeGuarded(publish)
  made.set(publish, guarded)
  return guarded
}
