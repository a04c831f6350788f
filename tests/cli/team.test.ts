import {join} from 'node:path'
import {expect, it} from 'vitest'
import {Team} from '../../cli/publishing/team.ts'
import {SILENT} from '../../cli/progress.ts'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import {OutFolderError} from '../../errors.ts'
import {createPublisher} from '../../publish.ts'
import {CHANNELS} from '../../publishers/publisher.ts'
import {EXAMPLE, folder, TODAY} from './run.ts'

it('ends with what taking over from a thread throws', async () => {
  const source = fileSource(EXAMPLE)
  const content = await openContent(source, {today: TODAY})
  const publisher = await createPublisher({content, today: TODAY})
  const commissions = await publisher.due({earlier: () => undefined})
  const [out, data] = [folder(), folder()]
  const plan = {
    dataset: EXAMPLE,
    index: await source.index(),
    out,
    data,
    channels: CHANNELS,
    today: TODAY,
    isFull: false,
    isNew: true,
    isLarge: false,
  }
  const full = new OutFolderError({file: join(out, 'artefacts'), cause: new Error('full')})
  let taken = 0
  const take = (): void => {
    taken += 1
    throw full
  }
  const team = new Team()
  try {
    const ended = team.publish({plan, commissions, jobs: 2, progress: SILENT, take})
    await expect(ended).rejects.toBe(full)
    expect(taken).toBeGreaterThan(0)
  } finally {
    await team.dismiss()
    await content.close()
  }
})
