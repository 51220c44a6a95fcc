/** A row of pg_policies. */
export interface Policy {
  readonly tablename: string
  readonly policyname: string
  readonly permissive: string
  readonly roles: readonly string[]
  readonly cmd: string
  readonly qual: string | null
  readonly with_check: string | null
}

export interface Mutation {
  readonly name: string
  readonly apply: string
  /** Puts the policy back as it was. */
  readonly restore: string
}

/** The mutations that cannot make a difference, each with the reason. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'action_partner_finish open':
    'what a partner may finish is not done, so the check refuses it here, too; modules/sharing/sharing.test.ts tries another’s',
  'compartment_change with its check open': 'its USING asks for the same role of the same reader already',
  'duty_change with its check open':
    'each duty here has a pause, which follows it and refuses by its own check; test/duties tries one without',
  'information_request_partner_reply open':
    'what a partner may reply to is open, so the check refuses it here, too; modules/sharing/sharing.test.ts tries another’s',
  'records_system_change with its check open':
    'its one row is the administrator’s here; hunt-database.test.ts tries another name',
}

/** The policy gone; and its condition, or its check on what is written, let everything through. */
export function mutationsOf(policy: Policy): Mutation[] {
  const { tablename: table, policyname: name, qual, with_check: check } = policy
  const drop = `DROP POLICY ${name} ON ${table};`
  const restore = drop + creationOf(policy)
  const mutations: Mutation[] = [{ name: `${name} dropped`, apply: drop, restore: creationOf(policy) }]
  if (qual !== null && qual !== 'true')
    mutations.push({ name: `${name} open`, apply: `ALTER POLICY ${name} ON ${table} USING (true)`, restore })
  if (check !== null && check !== 'true')
    mutations.push({
      name: `${name} with its check open`,
      apply: `ALTER POLICY ${name} ON ${table} WITH CHECK (true)`,
      restore,
    })
  return mutations
}

function creationOf({ tablename, policyname, permissive, roles, cmd, qual, with_check: check }: Policy): string {
  const using = qual === null ? '' : `USING (${qual})`
  const withCheck = check === null ? '' : `WITH CHECK (${check})`
  return `CREATE POLICY ${policyname} ON ${tablename} AS ${permissive} FOR ${cmd} TO ${roles.join(', ')} ${using} ${withCheck}`
}
