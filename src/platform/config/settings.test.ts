import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

describe('Settings', () => {
  it('need nothing: the embedded database on the loopback address', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, demo: false, oidc: null })
    expect(settings.publicUrl).toBe('http://127.0.0.1:3000')
  })

  it('are refused by name and in words', () => {
    expect(() => readSettings({ PORT: 'three', LOG_LEVEL: 'loud' })).toThrow(SettingsError)
    expect(() => readSettings({ PORT: 'three' })).toThrow('PORT must be a whole number')
    expect(() => readSettings({ PORT: '70000' })).toThrow('PORT must be 65535 or less')
  })

  it('refuse a demonstration on a database of one’s own', () => {
    const environment = { FRANKPLEDGE_DEMO: 'on', DATABASE_URL: 'postgresql://app@db.example/force' }
    expect(() => readSettings(environment)).toThrow('FRANKPLEDGE_DEMO cannot be on together with DATABASE_URL')
  })

  it('refuse a demonstration that other machines can reach', () => {
    expect(() => readSettings({ FRANKPLEDGE_DEMO: 'on', HOST: '0.0.0.0' })).toThrow('must be a loopback address')
    expect(readSettings({ FRANKPLEDGE_DEMO: 'on', HOST: '::1' }).publicUrl).toBe('http://[::1]:3000')
  })

  it('take the identity provider whole or not at all', () => {
    expect(() => readSettings({ OIDC_ISSUER: 'https://id.example' })).toThrow('belong together')
  })
})

it('trusted proxies are addresses and networks, and never everybody', () => {
  expect(readSettings({}).trustedProxies).toEqual([])
  expect(readSettings({ TRUSTED_PROXIES: '10.1.2.3, 10.2.0.0/16,::1' }).trustedProxies).toEqual([
    '10.1.2.3',
    '10.2.0.0/16',
    '::1',
  ])
  for (const wrong of ['proxy.example', '10.1.2.3/99', '0.0.0.0/0', '10.1.2.3/'])
    expect(() => readSettings({ TRUSTED_PROXIES: wrong })).toThrow('TRUSTED_PROXIES must be addresses or networks')
})
