import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fileSource} from '../../content/file-source.ts'
import type {Store} from '../../delivery/store/store.ts'
import {openReadyStore} from '../support/ready-database.ts'
import {openSubscribers, type Subscribers} from '../../delivery/subscribers/subscribers.ts'
import {answerText} from '../../server/joining/answer.ts'
import {createLimits} from '../../server/joining/limits.ts'
import type {PostedMessage} from '../../server/joining/post.ts'
import type {SignUpDesk} from '../../server/joining/sign-up.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import {EXAMPLE, TODAY} from './newsroom-under-test.ts'

let store: Store
let subscribers: Subscribers
let desk: SignUpDesk
let closeFile: () => Promise<void>
const posted: PostedMessage[] = []

beforeAll(async () => {
  store = await openReadyStore()
  subscribers = openSubscribers(store, 'a secret of the tests')
  const file = fileSource(EXAMPLE)
  closeFile = () => file.close()
  const source = {
    name: 'example',
    now: () => file,
    onChange: () => {},
    refresh: async () => {},
    touch: async () => {},
    close: closeFile,
  }
  desk = {
    newsroom: new Newsroom({source, today: TODAY, onProblem: () => {}}),
    subscribers,
    limits: createLimits(),
    secret: 'a secret of the tests',
    post: async (message) => {
      posted.push(message)
    },
  }
})
afterAll(async () => {
  await store.close()
  await closeFile()
})

/** What is answered, or nothing. */
const texted = async (from: string, text: string): Promise<string | undefined> => {
  const before = posted.length
  await answerText(desk, {from, text})
  const [answer, ...others] = posted.slice(before)
  expect(others).toEqual([])
  if (answer === undefined) return undefined
  expect(VerifiedOutput.is(answer.output)).toBe(true)
  expect(answer.to.address).toBe(from)
  return answer.output.output.text
}

const stateOf = async (number: string) => (await subscribers.byAddress('sms', number))?.state

describe('a text message to us', () => {
  it('of START joins, of STOP leaves at once and is answered once', async () => {
    const number = '+12025550101'
    expect(await texted(number, 'start')).toMatch(
      /^Lantern: Call\/text 988 .* You get our texts now\./,
    )
    expect(await stateOf(number)).toBe('active')
    expect(await texted(number, ' Stop! ')).toBe(
      'Lantern: Call/text 988 if in crisis (24/7). You get no more texts.\n',
    )
    expect(await stateOf(number)).toBe('unsubscribed')
    expect(await texted(number, 'STOP')).toBe(undefined)
    expect(await texted(number, 'yes')).toContain('You get our texts now.')
    expect(await stateOf(number)).toBe('active')
  })

  it('of STOP from a number that never joined is kept in mind', async () => {
    const number = '+12025550102'
    expect(await texted(number, 'UNSUBSCRIBE')).toContain('no more texts')
    const [row] = await store.db.selectFrom('suppressions').selectAll().execute()
    expect(row).toMatchObject({channel: 'sms', reason: 'stopped'})
  })

  it('of HELP, or of anything else, is answered with the notice of the sender’s country', async () => {
    expect(await texted('+12025550103', 'HELP')).toMatch(/988.*health\.example\/help.*STOP/)
    expect(await texted('+447400123456', 'what is this?')).toContain('116 123')
    expect(await texted('+61491570006', 'ayuda')).toContain('13 11 14')
    // a country without a notice gets that of the site
    expect(await texted('+4791234567', 'help')).toContain('988')
  })

  it('that speaks of suicide gets the notice, whatever else it says, and leaves no trace', async () => {
    const count = async (): Promise<number> => (await subscribers.counts()).length
    const before = await count()
    for (const text of ['I want to kill myself', 'quiero morir', 'Je veux mourir']) {
      expect(await texted('+12025550104', text)).toContain('Call/text 988')
    }
    // also after STOP, and from a number that the form would refuse
    await texted('+12025550105', 'STOP')
    expect(await texted('+12025550105', 'i want to die')).toContain('988')
    expect(await texted('+18005550106', 'I want to die')).toContain('988')
    expect(await count()).toBe(before)
  })

  it('that is no message of a phone is let be, and machines that answer each other end', async () => {
    expect(await texted('Lantern', 'HELP')).toBe(undefined)
    expect(await texted("+1'; drop", 'HELP')).toBe(undefined)
    let answers = 0
    for (let round = 0; round < 40; round++) {
      if ((await texted('+12025550107', 'echo')) !== undefined) answers += 1
    }
    expect(answers).toBe(30)
  })
})
