import {expect, it, onTestFinished} from 'vitest'
import {openContent} from '../../../content/assemble.ts'
import {fileSource} from '../../../content/file-source.ts'
import {type MailTransport, openStore, openSubscribers, sendDigest} from '../../../sending.ts'
import {bytesOf, HEADER} from '../../delivery/subscribers/support.ts'
import {EXAMPLE, TODAY} from '../run.ts'

it('a program sends a digest as the command does', async () => {
  const secret = 'a secret of the tests, long enough'
  const store = await openStore({})
  const content = await openContent(fileSource(EXAMPLE), {today: TODAY})
  onTestFinished(async () => {
    await content.close()
    await store.close()
  })
  const people = ['US,en,America/Chicago', 'GB,en,Europe/London', 'NO,en,Europe/Oslo'].map(
    (audience, index) => `r${index}@mail.example,,${audience},,2026-11-01,form`,
  )
  const bytes = bytesOf([HEADER, ...people, ''].join('\n'))
  await openSubscribers(store, secret).import({bytes, format: 'csv', onRefused: () => {}})

  const mails: string[] = []
  const mail: MailTransport = {
    name: 'kept',
    send: async ({envelope}) => {
      mails.push(envelope.to)
      return {state: 'sent', response: '250 kept'}
    },
    close: async () => {},
  }
  const totals: number[] = []
  const options = {content, slug: 'small-steps', store, secret, mail, today: TODAY}
  const [outcome] = await sendDigest({
    ...options,
    onProgress: ({total}) => totals.push(total),
  })
  expect(outcome).toMatchObject({reason: 'done', status: {counts: {sent: 2, failed: 0}}})
  // nobody without a notice of their own is sent to, and it is said
  expect(outcome?.status.campaign.unserved).toMatchObject([{country: 'NO', subscribers: 1}])
  expect(mails.toSorted()).toEqual(['r0@mail.example', 'r1@mail.example'])
  expect(totals).toContain(2)

  await sendDigest(options)
  expect(mails).toHaveLength(2)
  await sendDigest({...options, again: true})
  expect(mails).toHaveLength(4)
  await expect(sendDigest({...options, slug: 'nothing'})).rejects.toThrow('There are:')
})
