import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {
  addresses,
  addressOf,
  clear,
  exporting,
  HEADER,
  importing,
  REST,
  row,
  subscribersOf,
} from './support.ts'

describe.each(DATABASES)('importing, %s', (_name, start) => {
  let database: DatabaseForTests
  let store: Store

  beforeAll(async () => {
    database = await start()
    store = await database.open()
  })

  afterAll(async () => {
    await store.close()
    await database.stop()
  })

  beforeEach(() => clear(store))

  it('takes mail addresses and numbers, each a subscriber', async () => {
    const file = `${HEADER}\nana@mail.example,07400 123456,GB,en-gb,Europe/London,sleep;grief,2026-11-01T10:00:00+01:00,"form, site"\n`
    expect(await importing(store, file)).toMatchObject({rows: 1, added: 2, refused: 0})
    const [text, mail] = await subscribersOf(store).list({limit: 9})
    expect(mail).toMatchObject({
      channel: 'email',
      address: 'ana@mail.example',
      country: 'GB',
      language: 'en-GB',
      timeZone: 'Europe/London',
      topics: ['sleep', 'grief'],
      state: 'active',
      consentAt: new Date('2026-11-01T09:00:00Z'),
      consentSource: 'form, site',
    })
    expect(text).toMatchObject({channel: 'sms', address: '+447400123456'})
  })

  it('refuses a row with every reason, and takes the others', async () => {
    const file = [
      HEADER,
      row('ana@mail.example'),
      'bad,12,XX,e,Nowhere/City,nope,2026-13-01,form',
      ',,,,,,,',
      row('bo@mail.example'),
      'short@mail.example,,US',
      `,+447400123456,GB,en,,,2026-11-01,form`,
      `late@mail.example,,US,en,,,2999-01-01,form`,
    ].join('\n')
    const {refusals, ...report} = await importing(store, file)
    expect(report).toMatchObject({rows: 7, added: 2, refused: 5})
    expect(refusals).toEqual([
      'line 3 country INVALID_COUNTRY',
      'line 3 language INVALID_LANGUAGE',
      'line 3 time_zone INVALID_TIME_ZONE',
      'line 3 topics UNKNOWN_VALUE',
      'line 3 consent_at INVALID_DATE',
      'line 3 email INVALID_EMAIL',
      'line 3 phone INVALID_PHONE',
      'line 4 email MISSING',
      'line 4 country MISSING',
      'line 4 language MISSING',
      'line 4 consent_at MISSING',
      'line 4 consent_source MISSING',
      'line 6  ROW_UNREADABLE',
      'line 7 time_zone MISSING',
      'line 8 consent_at INVALID_DATE',
    ])
    expect(await addresses(store)).toEqual(['ana@mail.example', 'bo@mail.example'])
  })

  it('tells of a repeated address where it was first, and leaves who is there as they are', async () => {
    const file = `${HEADER}\n${row('ana@mail.example')}\n${row('ANA@mail.example')}\n`
    const first = await importing(store, file)
    expect(first).toMatchObject({added: 1, already: 0, refused: 1})
    expect(first.problems[0]?.message).toContain('Line 2 ')
    const [ana] = await subscribersOf(store).list({limit: 1})
    await subscribersOf(store).choose(ana?.id ?? 0, {topics: ['grief'], paused: true})
    expect(await importing(store, file)).toMatchObject({added: 0, already: 1, refused: 1})
    expect(await subscribersOf(store).list({limit: 9})).toMatchObject([
      {topics: ['grief'], state: 'paused'},
    ])
  })

  it('does not bring back whoever left, and takes along who left elsewhere', async () => {
    await subscribersOf(store).suppress(addressOf('gone@mail.example'), 'complained')
    const file = [
      `${HEADER},state`,
      `${row('gone@mail.example')},active`,
      `${row('left@mail.example')},unsubscribed`,
      `${row('odd@mail.example')},asleep`,
    ].join('\n')
    const report = await importing(store, file)
    expect(report.refusals).toEqual([
      'line 4 state UNKNOWN_VALUE',
      'line 2 email ADDRESS_SUPPRESSED',
    ])
    const again = await importing(store, `${HEADER}\n${row('left@mail.example')}\n`)
    expect(again.refusals).toEqual(['line 2 email ADDRESS_SUPPRESSED'])
  })

  it('reads NDJSON, and refuses its broken lines one by one', async () => {
    const person = {
      email: 'ana@mail.example',
      country: 'US',
      language: 'en',
      topics: ['sleep'],
      consent_at: '2026-11-01',
      consent_source: 'form',
    }
    const file = [
      JSON.stringify(person),
      '{"email": ',
      '[]',
      JSON.stringify({...person, email: 5}),
      JSON.stringify({...person, email: 'big@mail.example', consent_source: 'x'.repeat(1e6)}),
      '',
      JSON.stringify({...person, email: 'bo@mail.example', topics: 'sleep;grief'}),
    ].join('\r\n')
    const report = await importing(store, file, {format: 'ndjson'})
    expect(report.refusals).toEqual([
      'line 2  ROW_UNREADABLE',
      'line 3  ROW_UNREADABLE',
      'line 4 email WRONG_TYPE',
      'line 5  TOO_LONG',
    ])
    expect(await addresses(store)).toEqual(['ana@mail.example', 'bo@mail.example'])
  })

  const people = `${HEADER}\r\n${row('josé@bücher.example')}\r\n${row('ana@mail.example')}\r\n`

  it.each([
    ['UTF-8', Buffer.from(people)],
    ['UTF-8 with a mark', Buffer.from(`\u{feff}${people}`)],
    ['UTF-16', Buffer.from(`\u{feff}${people}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(people, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\u{feff}${people}`, 'utf16le').swap16()],
    ['semicolons', Buffer.from(people.replaceAll(',', ';'))],
    ['tabs', Buffer.from(people.replaceAll(',', '\t'))],
    ['lines that end as on old Macs', Buffer.from(people.replaceAll('\r\n', '\r'))],
    ['a header in capitals', Buffer.from(people.replace(HEADER, HEADER.toUpperCase()))],
  ])('reads %s', async (_what, bytes) => {
    expect(await importing(store, bytes)).toMatchObject({added: 2, refusals: []})
    expect(await addresses(store)).toEqual(['josé@bücher.example', 'ana@mail.example'])
  })

  it('refuses what is not UTF-8 row by row, and reads it when it is told what it is', async () => {
    const latin = Buffer.from(people, 'latin1')
    const report = await importing(store, latin)
    expect(report).toMatchObject({added: 1, refusals: ['line 2 email ROW_ENCODING']})
    expect(await importing(store, latin, {encoding: 'windows-1252'})).toMatchObject({
      added: 1,
      already: 1,
      refused: 0,
    })
    await expect(importing(store, latin, {encoding: 'klingon'})).rejects.toThrow('--encoding')
  })

  it('refuses a cell of a megabyte, and goes on', async () => {
    const megabyte = 'x'.repeat(1_000_000)
    const file = `${HEADER}\n${megabyte}@mail.example,,${REST}\nbo@mail.example,,US,en,,,2026-11-01,"${megabyte}"\n${row('ana@mail.example')}\n`
    expect(await importing(store, file)).toMatchObject({
      added: 1,
      refusals: ['line 2 email TOO_LONG', 'line 3 consent_source TOO_LONG'],
    })
  })

  it('stops at a quote that nobody closed, and can be run again', async () => {
    const open = `${HEADER}\n${row('ana@mail.example')}\n"${row('bo@mail.example')}\n${row('x@mail.example')}\n`
    await expect(importing(store, open)).rejects.toMatchObject({
      code: 'SUBSCRIBERS_UNREADABLE',
      line: expect.any(Number),
    })
    expect(await importing(store, open.replace('\n"', '\n'))).toMatchObject({refused: 0})
    expect(await addresses(store)).toEqual([
      'ana@mail.example',
      'bo@mail.example',
      'x@mail.example',
    ])
  })

  it.each([
    ['mail,country', 'names "mail"'],
    ['email,email', 'names "email" twice'],
    ['ana@mail.example,,US,en,,,2026-11-01,form', 'names "ana@mail.example"'],
  ])('refuses the header %s', async (header, words) => {
    const importingIt = importing(store, `${header}\n${row('ana@mail.example')}\n`)
    await expect(importingIt).rejects.toMatchObject({code: 'SUBSCRIBERS_HEADER'})
    await expect(importingIt).rejects.toThrow(words)
  })

  it('has nothing to do with an empty file', async () => {
    expect(await importing(store, '')).toMatchObject({rows: 0, added: 0, refused: 0})
    expect(await importing(store, HEADER)).toMatchObject({rows: 0, added: 0, refused: 0})
  })

  it.each(['csv', 'ndjson'] as const)('exports %s that it takes back as it was', async (format) => {
    const formula = '=HYPERLINK("https://x.example")'
    const file = [
      HEADER,
      `=1+1@mail.example,+447400123456,GB,en,Europe/London,sleep;grief,2026-11-01,"${formula.replaceAll('"', '""')}"`,
      `-minus@mail.example,,US,es,,,2026-11-01,@SUM(A1)`,
    ].join('\n')
    expect(await importing(store, file)).toMatchObject({added: 3, refusals: []})
    const before = await subscribersOf(store).list({limit: 9})
    const exported = await exporting(store, format)
    await clear(store)
    expect(await importing(store, exported, {format})).toMatchObject({added: 3, refusals: []})
    const bare = (list: typeof before) => list.map(({id: _id, ...rest}) => rest)
    expect(bare(await subscribersOf(store).list({limit: 9}))).toEqual(bare(before))
  })

  it('exports no cell that a spreadsheet would run', async () => {
    const file = `${HEADER}\n=1+1@mail.example,+447400123456,GB,en,Europe/London,,2026-11-01,@SUM(A1)\n`
    await importing(store, file)
    const exported = await exporting(store, 'csv')
    const cells = exported.split('\n').flatMap((line) => line.split(','))
    const runs = (cell: string): boolean => /^"?[=+\-@\t]/.test(cell)
    expect(cells.filter(runs)).toEqual([])
    // and the file that was read has such cells
    expect(file.split(',').filter(runs)).not.toEqual([])
  })
})
