import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {openOutbox} from '../../delivery/outbox/outbox.ts'
import {readyData} from '../support/ready-database.ts'
import {EXAMPLE, TODAY} from './run.ts'
import {serve} from './serving.ts'

const PEOPLE = `email,phone,country,language,time_zone,topics,consent_at,consent_source
ann@example.org,,US,en,America/Chicago,,2026-11-01,paper
`

it('sends on the channels of a digest that somebody reads, and says so of the others', async () => {
  const data = await readyData('throwline-channels-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const outbox = await openOutbox({folder: join(data, 'caught')})
  onTestFinished(() => outbox.close())
  const run = async (...args: readonly string[]) => {
    const env = {THROWLINE_DATA: data, NO_COLOR: '1', SMTP_URL: outbox.smtpUrl}
    const running = serve(args, env)
    return {status: await running.ended, said: running.said()}
  }
  const digest = ['send', 'digest', 'small-steps', '--dataset', EXAMPLE, '--today', TODAY]

  // a digest that reaches nobody at all is no success
  const nobody = await run(...digest)
  expect([nobody.status, nobody.said]).toEqual([
    1,
    'email: nobody is subscribed, so nothing is sent by it.\nsms: nobody is subscribed, so nothing is sent by it.\n',
  ])

  await writeFile(join(data, 'people.csv'), PEOPLE)
  expect((await run('subscribers', 'import', join(data, 'people.csv'))).status).toBe(0)
  // asked for by name, a channel must have somebody
  const named = await run(...digest, '--channel', 'sms')
  expect([named.status, named.said]).toEqual([
    1,
    expect.stringContaining('CAMPAIGN_WITHOUT_RECIPIENTS'),
  ])
  const sent = await run(...digest)
  expect(sent.said).toContain('✓ Done (campaign 1, email): 1 sent.')
  expect(sent.said).toContain('sms: nobody is subscribed, so nothing is sent by it.')
  expect(sent.said).not.toContain('CAMPAIGN_WITHOUT_RECIPIENTS')
  expect(sent.status).toBe(0)
  expect(await outbox.list()).toHaveLength(1)
})
