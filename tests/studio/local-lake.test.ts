import {describe, expect, it} from 'vitest'
import {isLoopback, localProject} from '../../studio/local-lake.ts'

describe('the Studio on this machine', () => {
  it('signs in by itself on the loopback only', () => {
    const own = ['localhost', 'local.localhost', '127.0.0.1', '127.3.2.1', '[::1]']
    const others = ['example.org', 'localhost.example.org', '192.168.1.10', '127.0.0.1.nip.example']
    expect(own.filter((host) => !isLoopback(host))).toEqual([])
    expect(others.filter(isLoopback)).toEqual([])
  })

  it('asks the lake of `npm start`, or the one that is named', () => {
    expect(localProject(undefined)).toMatchObject({
      projectId: 'local',
      dataset: 'production',
      apiHost: 'http://localhost:3900',
    })
    expect(localProject('http://localhost:4321').apiHost).toBe('http://localhost:4321')
  })
})
