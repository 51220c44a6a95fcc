import { exportHeads } from '#platform/audit/export-heads.ts'
import { sealNext } from '#platform/audit/sealer.ts'
import { verificationWords, verifyAudit } from '#platform/audit/verify.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

/** `audit verify [--heads FILE]`: exit code 1 when anything was changed, deleted, inserted, cut or rebuilt. */
export const auditVerifyCommand: CliCommand = {
  name: 'audit verify',
  summary: 'Work out every seal of the audit again, beside the heads that were exported',
  usage: '[--heads FILE]',
  options: { heads: { type: 'string' } },
  run: (call) =>
    withStore(call, async ({ store }) => {
      const heads = call.options['heads']
      const verification = await verifyAudit(store, typeof heads === 'string' ? heads : null)
      const { startedAt, endedAt, ...rest } = verification
      return {
        json: {
          ...rest,
          holds: verification.findings.length === 0,
          seconds: (endedAt.getTime() - startedAt.getTime()) / 1000,
        },
        words: verificationWords(verification),
        exitCode: verification.findings.length === 0 ? 0 : 1,
      }
    }),
}

/** `audit export-heads FILE`: seals what is waiting, then writes every head that the file does not have yet. */
export const auditExportHeadsCommand: CliCommand = {
  name: 'audit export-heads',
  summary: 'Write the heads of the audit to a file outside the database',
  usage: 'FILE',
  options: {},
  run: (call) =>
    withStore(call, async ({ store }) => {
      const [file, ...more] = call.positionals
      if (file === undefined || more.length > 0) throw new UsageError('Name one file for the heads.')
      while ((await sealNext(store)).more);
      const heads = await exportHeads(store, file)
      return {
        json: { file, added: heads },
        words: [`${heads === 1 ? '1 head was' : `${heads} heads were`} added to ${file}.`],
        exitCode: 0,
      }
    }),
}
