import { freshestDay, makeDemonstration } from '#modules/demonstration/index.ts'
import { isCivilDate } from '#calculations/calendar/civil-date.ts'
import { requireOwner } from '../installation.ts'
import { modulesOf } from '../modules.ts'
import { playDemonstration } from '../play.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

/** `demo [--as-of DATE] [--seed N]`: in an empty database; the same seed and date make identical rows. */
export const demoCommand: CliCommand = {
  name: 'demo',
  summary: 'Make the demonstration force in an empty database',
  usage: '[--as-of DATE] [--seed N]',
  options: { 'as-of': { type: 'string' }, seed: { type: 'string' } },
  run(call) {
    const { settings, options } = call
    const now = new Date()
    const asOf = text(options['as-of']) ?? settings.demoAsOf ?? freshestDay(now)
    const seed = text(options['seed']) ?? String(settings.demoSeed)
    if (!isCivilDate(asOf)) throw new UsageError('--as-of wants a date such as 2026-11-23.')
    if (!/^\d{1,9}$/.test(seed)) throw new UsageError('--seed wants a whole number of at most nine digits.')
    if (settings.databaseUrl !== null)
      throw new UsageError('A demonstration has a database of its own: leave DATABASE_URL out.')
    return withStore(call, async ({ server, store, files }) => {
      const report = await makeDemonstration({
        ownerUrl: requireOwner(server),
        asOf,
        seed: Number(seed),
        now,
        onProgress: call.progress,
      })
      await playDemonstration(requireOwner(server), store, modulesOf(files), call.progress)
      return { json: { ...report }, words: [report.message], exitCode: 0 }
    })
  },
}

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}
