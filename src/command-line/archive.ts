import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { exportHeads } from '#platform/audit/export-heads.ts'
import { sealNext } from '#platform/audit/sealer.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { migrateQueues } from '#platform/jobs/schema.ts'
import { restoreBackup } from '#platform/db/archive/restore-backup.ts'
import { migratedSchema, type SchemaPort } from '#platform/db/archive/schema-port.ts'
import { writeBackup } from '#platform/db/archive/write-backup.ts'
import { appRoleOf, migrateServer, openStore, requireOwner, type DatabaseServer } from '../installation.ts'
import { jobs } from '../modules.ts'
import { migrationsFolder } from '../paths.ts'
import { UsageError, type CliCommand, type CommandCall } from './command.ts'
import { withServer } from './with-server.ts'

/** `backup FOLDER`: the database first, then the files, in one archive that any supported PostgreSQL can take. */
export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'Write an archive of the database, the files and the audit’s heads',
  usage: 'FOLDER',
  options: {},
  run: (call) =>
    withServer(call, async ({ server }) => {
      await writeFirstHeads(call, server)
      const report = await writeBackup({
        ownerUrl: requireOwner(server),
        filesFolder: join(call.settings.dataFolder, 'files'),
        ...(existsSync(call.settings.sealHeadsFile) && { sealHeadsFile: call.settings.sealHeadsFile }),
        out: oneFolder(call.positionals),
        schema: schemaOf(server),
        now: new Date(),
      })
      const damaged = report.damagedFiles.map(
        (sha256) => `LEFT OUT: the file ${sha256} is damaged where it is stored. Bring it back from an older backup.`,
      )
      const words = [
        `${report.rows} rows of ${report.tables} tables and ${report.files} files are in ${report.archive}.`,
        ...damaged,
      ]
      return { json: { ...report }, words, exitCode: damaged.length === 0 ? 0 : 1 }
    }),
}

/** `restore FOLDER`: into an empty database, on this version of PostgreSQL or another. */
export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'Read an archive into an empty database, then bring it to this release',
  usage: 'FOLDER',
  options: {},
  run: (call) =>
    withServer(call, async ({ server }) => {
      const report = await restoreBackup({
        ownerUrl: requireOwner(server),
        filesFolder: join(call.settings.dataFolder, 'files'),
        sealHeadsFile: call.settings.sealHeadsFile,
        from: oneFolder(call.positionals),
        schema: schemaOf(server),
      })
      const { level } = await migrateServer(server, new Date())
      const words = [
        `${report.rows} rows of ${report.tables} tables and ${report.files} files are back, as of ${report.writtenAt}.`,
        'Everybody has been signed out, and the audit goes on in a new era.',
        'Next: `frankpledge audit verify --heads FILE` with heads that were kept outside, then `frankpledge doctor`.',
      ]
      return { json: { ...report, level }, words, exitCode: 0 }
    }),
}

/** Where no server has sealed anything yet, as after setup, there is no file of heads: makes it, from what there is. */
async function writeFirstHeads({ settings, say }: CommandCall, server: DatabaseServer): Promise<void> {
  if (existsSync(settings.sealHeadsFile)) return
  const store = openStore(server, settings, systemClock, (error) => say(error.message))
  try {
    while ((await sealNext(store)).more);
    await exportHeads(store, settings.sealHeadsFile)
  } finally {
    await store.pool.end()
  }
}

function oneFolder(positionals: readonly string[]): string {
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new UsageError('Name one folder for the archive.')
  return folder
}

function schemaOf(server: DatabaseServer): SchemaPort {
  const ownerUrl = requireOwner(server)
  return migratedSchema({
    folder: migrationsFolder,
    appRole: appRoleOf(server),
    now: new Date(),
    after: (client) => migrateQueues(client, ownerUrl, jobs),
    afterLoad: settleAfterRestore,
  })
}

/** What must not come back as it was: transaction numbers start again, and nobody stays signed in. */
async function settleAfterRestore(client: ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO audit_era (era, started_at, reason) SELECT max(era) + 1, now(), 'restored from an archive' FROM audit_era;
    UPDATE session SET ended_at = now() WHERE ended_at IS NULL;
    DELETE FROM sign_in_attempt`)
}
