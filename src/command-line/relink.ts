import { MATCHED_KINDS } from '#kernel/parties/identities/proposal.ts'
import { relinkAll } from '#kernel/parties/matching/relink-all.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

/** `relink`: exit code 0; what was stopped before goes on where it was. */
export const relinkCommand: CliCommand = {
  name: 'relink',
  summary: 'Compare all people, organisations and addresses, and put those that may be one before the reviewers',
  usage: '[--kind KIND]',
  options: { kind: { type: 'string' } },
  more: ['--kind        person, organisation or address alone; all three if left out', 'Nothing is merged by it.'],
  run: (call) =>
    withStore(call, async ({ store }) => {
      const kinds = MATCHED_KINDS.filter((kind) => call.options['kind'] === undefined || call.options['kind'] === kind)
      if (kinds.length === 0) throw new UsageError(`There are the kinds ${MATCHED_KINDS.join(', ')}.`)
      const done = await relinkAll(
        store,
        (at, total, message) => Promise.resolve(call.progress(at, total, message)),
        kinds,
      )
      return {
        json: { relinked: done },
        words: done.map(
          ({ kind, parties, compared, proposed }) =>
            `${kind}: ${parties} records, ${compared} pairs compared, ${proposed} put before the reviewers.`,
        ),
        exitCode: 0,
      }
    }),
}
