import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** Has the server write the plan of each statement that takes so long into its log. As a superuser; for new connections. */
export async function explainSlow(client: pg.ClientBase, milliseconds: number): Promise<void> {
  for (const [name, value] of [
    ['session_preload_libraries', `'auto_explain'`],
    ['auto_explain.log_min_duration', String(milliseconds)],
    ['auto_explain.log_nested_statements', 'on'],
  ])
    await client.query(`ALTER ROLE frankpledge_app SET ${name} = ${value}`)
}

/** What the server wrote of slow statements, plans and all. */
export function slowStatements(dataFolder: string): string {
  const log = readFileSync(join(dataFolder, 'postgresql.log'), 'utf8')
  return log
    .split(/\n(?=\d{4}-\d\d-\d\d )/)
    .filter((entry) => entry.includes(' plan:'))
    .join('\n')
}
