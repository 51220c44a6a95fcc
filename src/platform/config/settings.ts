import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { chooseDefaultDataFolder } from '#platform/db/embedded/default-folder.ts'
import { keysOf } from '#platform/edge.ts'

/** Every setting, from the environment, parsed once at the start. `docs/operations.md` lists them; a test compares. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** Where people reach it: what the identity provider sends them back to. */
  readonly publicUrl: string
  /** The application's own login role; null means the embedded database. */
  readonly databaseUrl: string | null
  /** The tables' owner: for `migrate`, `setup`, `backup` and `restore` only. */
  readonly databaseOwnerUrl: string | null
  readonly poolSize: number
  readonly statementTimeout: number
  /** Folder of the embedded database, of files and of the audit's heads. */
  readonly dataFolder: string
  readonly demo: boolean
  readonly demoSeed: number
  /** Last day of the demonstration's data; null for today. */
  readonly demoAsOf: string | null
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  readonly requestsPerMinute: number
  /** Addresses and networks of the proxies in front. */
  readonly trustedProxies: readonly string[]
  readonly sealHeadsFile: string
  /** Where “Leave this page” on a victim’s own page leads. */
  readonly victimPageExit: string
  readonly logLevel: 'silent' | 'warn' | 'info' | 'debug'
}

export class SettingsError extends Error {}

const whole = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(
      z
        .int()
        .min(min, { error: `must be ${min} or more` })
        .max(max, { error: `must be ${max} or less` }),
    )
    .default(fallback)

const yesNo = (fallback: boolean) =>
  z
    .enum(['1', '0', 'true', 'false', 'on', 'off'], { error: 'must be on or off' })
    .transform((value) => value === '1' || value === 'true' || value === 'on')
    .default(fallback)

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, {
    error: 'must be a PostgreSQL URL, such as postgresql://frankpledge_app@db.example/frankpledge',
  })
  .optional()

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(3000, 0, 65_535),
  PUBLIC_URL: z.url({ error: 'must be an address, such as https://frankpledge.example' }).optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_POOL: whole(20, 2, 500),
  DATABASE_STATEMENT_TIMEOUT: whole(30_000, 100, 600_000),
  FRANKPLEDGE_DATA: z.string().min(1).optional(),
  FRANKPLEDGE_DEMO: yesNo(false),
  FRANKPLEDGE_DEMO_SEED: whole(2016, 0, 999_999_999),
  FRANKPLEDGE_DEMO_AS_OF: z.iso.date({ error: 'must be a date, such as 2026-11-23' }).optional(),
  OIDC_ISSUER: z.url({ error: 'must be the address of the identity provider' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .refine((list) => list.every(isNetwork), {
      error: 'must be addresses or networks with commas between, such as 10.1.2.3,10.2.0.0/16',
    })
    .default([]),
  REQUESTS_PER_MINUTE: whole(600, 10, 100_000_000),
  AUDIT_HEADS_FILE: z.string().min(1).optional(),
  VICTIM_PAGE_EXIT: z
    .url({ protocol: /^https$/, error: 'must be an address that begins with https://' })
    .default('https://www.bbc.co.uk/weather'),
  LOG_LEVEL: z
    .enum(['silent', 'warn', 'info', 'debug'], { error: 'must be silent, warn, info or debug' })
    .default('info'),
})

export const SETTING_NAMES = keysOf(schema.shape)

/** Reads and checks the settings. Throws SettingsError that names each that is wrong and what it should be. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, blankToNothing(environment[name])]))
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  const values = parsed.data
  refuseContradictions(values)
  const dataFolder =
    values.FRANKPLEDGE_DATA === undefined ? chooseDefaultDataFolder('.frankpledge') : resolve(values.FRANKPLEDGE_DATA)
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl:
      values.PUBLIC_URL ?? `http://${values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST}:${values.PORT}`,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseOwnerUrl: values.DATABASE_OWNER_URL ?? null,
    poolSize: values.DATABASE_POOL,
    statementTimeout: values.DATABASE_STATEMENT_TIMEOUT,
    dataFolder,
    demo: values.FRANKPLEDGE_DEMO,
    demoSeed: values.FRANKPLEDGE_DEMO_SEED,
    demoAsOf: values.FRANKPLEDGE_DEMO_AS_OF ?? null,
    oidc: oidcOf(values),
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    trustedProxies: values.TRUSTED_PROXIES,
    sealHeadsFile: resolve(values.AUDIT_HEADS_FILE ?? `${dataFolder}/seal-heads.jsonl`),
    victimPageExit: values.VICTIM_PAGE_EXIT,
    logLevel: values.LOG_LEVEL,
  }
}

type Values = z.output<typeof schema>

function refuseContradictions(values: Values): void {
  const wrong: string[] = []
  if (values.FRANKPLEDGE_DEMO && values.DATABASE_URL !== undefined)
    wrong.push('FRANKPLEDGE_DEMO cannot be on together with DATABASE_URL: a demonstration has a database of its own')
  if (values.FRANKPLEDGE_DEMO && !isLoopback(values.HOST))
    wrong.push(
      `FRANKPLEDGE_DEMO lets anybody sign in as anybody, so HOST must be a loopback address and not ${values.HOST}`,
    )
  if (values.FRANKPLEDGE_DEMO && values.OIDC_ISSUER !== undefined)
    wrong.push('FRANKPLEDGE_DEMO has its own sign-in: leave OIDC_ISSUER out')
  const oidc = [values.OIDC_ISSUER, values.OIDC_CLIENT_ID, values.OIDC_CLIENT_SECRET].filter(
    (value) => value !== undefined,
  )
  if (oidc.length !== 0 && oidc.length !== 3)
    wrong.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: give all three')
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'))
}

/** An address of IPv4 or IPv6, or a network of one (`10.2.0.0/16`). A network of everybody is none. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function oidcOf(values: Values): Settings['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  return issuer === undefined || clientId === undefined || clientSecret === undefined
    ? null
    : { issuer, clientId, clientSecret }
}

function blankToNothing(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value
}
