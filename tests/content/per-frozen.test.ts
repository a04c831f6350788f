import {describe, expect, it, vi} from 'vitest'
import {perFrozen} from '../../content/per-frozen.ts'

describe('what is made once a frozen object', () => {
  it('is made once', () => {
    const make = vi.fn<(key: {readonly text: string}) => readonly string[]>(({text}) => [text])
    const made = perFrozen(make)
    const [one, other] = [Object.freeze({text: 'a'}), Object.freeze({text: 'a'})]
    expect(made(one)).toBe(made(one))
    expect(made(other)).not.toBe(made(one))
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('is made anew where the object may change', () => {
    const made = perFrozen(({text}: {readonly text: string}) => text)
    const open = {text: 'a'}
    expect(made(open)).toBe('a')
    open.text = 'b'
    expect(made(open)).toBe('b')
  })

  it('is empty text like any other', () => {
    const make = vi.fn<() => string>(() => '')
    const made = perFrozen(make)
    const key = Object.freeze({})
    expect([made(key), made(key)]).toEqual(['', ''])
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('is not what was thrown', () => {
    const make = vi.fn<() => string>().mockImplementationOnce(() => {
      throw new RangeError('no')
    })
    make.mockReturnValue('yes')
    const made = perFrozen(make)
    const key = Object.freeze({})
    expect(() => made(key)).toThrow(RangeError)
    expect(made(key)).toBe('yes')
  })
})
