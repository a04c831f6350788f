import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {expect, it, onTestFinished} from 'vitest'
import {readyData} from '../support/ready-database.ts'
import {EXAMPLE, TODAY} from './run.ts'
import {serve} from './serving.ts'

const OLD = 'helpline-us-988'
const NEW = 'helpline-us-989'

const PEOPLE = `email,phone,country,language,time_zone,topics,consent_at,consent_source
ann@example.org,,US,en,America/Chicago,,2026-11-01,paper
bob@example.org,,GB,en,Europe/London,,2026-11-01,paper
`

it('a helpline is replaced everywhere, and whoever has the old number is told', async () => {
  const data = await readyData('throwline-helpline-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const run = async (...args: readonly string[]) => {
    const running = serve(args, {THROWLINE_DATA: data, NO_COLOR: '1'})
    return {status: await running.ended, said: running.said()}
  }
  const people = join(data, 'people.csv')
  await writeFile(people, PEOPLE)
  expect((await run('subscribers', 'import', people)).status).toBe(0)

  const nobody = await run('helpline', 'reach', OLD)
  expect([nobody.status, nobody.said]).toEqual([2, expect.stringContaining('throwline serve')])

  const ports = ['--port', '0', '--lake-port', '0', '--data', data, '--today', TODAY]
  const server = serve(['serve', ...ports, '--dataset', EXAMPLE])
  const site = (await server.says(/Site\s+(http:\S+)/)) ?? ''
  const {lake} = JSON.parse(await readFile(join(data, 'running.json'), 'utf8'))
  const editor = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: lake,
    apiVersion: '2025-02-19',
    useCdn: false,
    useProjectHostname: false,
    token: 'editor',
    perspective: 'raw',
  })

  const digest = ['send', 'digest', 'small-steps', '--channel', 'email', '--today', TODAY]
  expect((await run(...digest)).said).toContain('2 sent')
  expect((await run('send', 'outdated', '--today', TODAY)).status).toBe(0)

  const reach = await run('helpline', 'reach', OLD)
  expect(reach.said).toContain('3 crisis notices')
  expect(reach.said).toMatch(/sent +1 delivery in 90 days/)
  const unknown = await run('helpline', 'replace', OLD, 'helpline-nowhere')
  expect([unknown.status, unknown.said]).toEqual([2, expect.stringContaining(OLD)])
  const foreign = await run('helpline', 'replace', OLD, 'helpline-gb-samaritans')
  expect([foreign.status, foreign.said]).toEqual([1, expect.stringContaining('HELPLINE_NOT_')])

  const line = await editor.getDocument(OLD)
  await editor.create({
    ...line,
    _type: 'helpline',
    _id: NEW,
    name: '989 Lifeline',
    phone: {_type: 'phone', display: '989', dial: '989'},
    sms: {_type: 'textLine', number: '989'},
  })
  const planned = await run('helpline', 'replace', OLD, NEW, '--dry-run', '--today', TODAY)
  expect(planned.said).toContain('crisisNotice-US-en: Call/text 989 if in crisis')
  expect(planned.said).toContain('Nothing was changed')
  expect(await (await fetch(`${site}ketamine/`)).text()).toContain('tel:988')
  const done = await run('helpline', 'replace', OLD, NEW, '--today', TODAY)
  expect([done.status, done.said]).toEqual([0, expect.stringContaining('takes over')])
  for (let page = ''; !page.includes('tel:989');) {
    page = await (await fetch(`${site}ketamine/`)).text()
  }
  expect(await editor.getDocument(OLD)).toMatchObject({replacedBy: {_ref: NEW}, retiredAt: TODAY})

  const outdated = await run('send', 'outdated', '--today', TODAY)
  expect([outdated.status, outdated.said]).toEqual([
    1,
    expect.stringContaining('US-en: 1 delivery'),
  ])
  // the notice of the United Kingdom is what it was
  expect(outdated.said).not.toContain('GB-en')
  const drafted = await run('send', 'correction', '1')
  expect(drafted.said).toContain('send digest correction-1 --recipients-of 1')
  const {_id: _draft, ...correction} =
    (await editor.getDocument('drafts.digest-correction-1')) ?? {}
  await editor.create({...correction, _type: 'digest', _id: 'digest-correction-1'})
  const sending = ['send', 'digest', 'correction-1', '--recipients-of', '1']
  const corrected = await run(...sending, '--audience', 'US-en', '--today', TODAY)
  expect(corrected.said).toContain('✓ Done (campaign 2, email): 1 sent.')
  const outbox = `${site}outbox/`
  const list = await (await fetch(outbox)).text()
  const [newest = ''] = /\/outbox\/mails\/\d+\//.exec(list) ?? []
  const mail = await (await fetch(`${new URL(newest, site)}?view=text`)).text()
  expect(mail).toContain('Call 989')
  expect(mail).toContain('a helpline that has changed since')
})
