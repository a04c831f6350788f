import {describe, expect, it} from 'vitest'
import {nodeProblem} from '../../cli/node-version.ts'
import manifest from '../../package.json' with {type: 'json'}

describe('the version of Node', () => {
  it('is refused where npm would warn, with what to do', () => {
    expect(nodeProblem('v20.20.2')).toBe(
      'This is Node v20.20.2; throwline needs 22.12 or newer. Update it, or npm install node@24 beside throwline: npx and scripts of package.json then take that one.',
    )
    expect(nodeProblem('v22.11.0')).toContain('v22.11.0')
  })

  it('is taken from there on', () => {
    const [, oldest = ''] = /^>=([\d.]+)$/.exec(manifest.engines.node) ?? []
    expect(nodeProblem(`v${oldest}.0`)).toBe(undefined)
    for (const version of ['v22.13.0', 'v24.0.0', process.version]) {
      expect(nodeProblem(version)).toBe(undefined)
    }
  })
})
