import {describe, expect, it} from 'vitest'
import {latest} from '../../studio/preview/latest.ts'

describe('the queue behind a preview', () => {
  it('runs one at a time, and skips what a later request has overtaken', async () => {
    const ran: number[] = []
    let running = 0
    let most = 0
    const queue = latest(async (value: number) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      ran.push(value)
      running -= 1
    })
    for (const value of [1, 2, 3, 4]) queue.request(value)
    await expect.poll(() => ran).toEqual([1, 4])
    queue.request(5)
    await expect.poll(() => ran).toEqual([1, 4, 5])
    expect(most).toBe(1)
  })
})
