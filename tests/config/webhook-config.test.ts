import {describe, expect, it} from 'vitest'
import {webhookConfig} from '../../config.ts'

describe('settings of webhooks', () => {
  it('allow hosts by name, as addresses spell them', () => {
    expect(webhookConfig({}).allowed).toEqual(new Set())
    const {allowed} = webhookConfig({WEBHOOK_ALLOW: 'LocalHost, hooks.internal,[::1],127.0.0.1'})
    expect(allowed).toEqual(new Set(['localhost', 'hooks.internal', '[::1]', '127.0.0.1']))
  })

  it.each([
    'http://localhost',
    'localhost:4010',
    'a/b',
    'me@host',
    'two words',
    '?x',
    '*.internal/',
  ])('take nothing but names: %s', (text) => {
    expect(() => webhookConfig({WEBHOOK_ALLOW: text})).toThrow('WEBHOOK_ALLOW')
  })

  it('take a secret of some length, or none', () => {
    expect(webhookConfig({SANITY_WEBHOOK_SECRET: ' '})).not.toHaveProperty('sanitySecret')
    const secret = 'sixteen letters!'
    expect(webhookConfig({SANITY_WEBHOOK_SECRET: secret}).sanitySecret).toBe(secret)
    expect(() => webhookConfig({SANITY_WEBHOOK_SECRET: 'secret'})).toThrow('SANITY_WEBHOOK_SECRET')
  })
})
