import { freshestDay, makeDemonstration, sizeOf } from '#modules/demonstration/index.ts'
import { isCivilDate } from '#calculations/calendar/civil-date.ts'
import { requireOwner } from '../installation.ts'
import { modulesOf } from '../modules.ts'
import { playDemonstration } from '../play.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

/** `demo`: in an empty database; the same seed, date and scale make identical rows. */
export const demoCommand: CliCommand = {
  name: 'demo',
  summary: 'Make the demonstration force in an empty database',
  usage: '[--as-of DATE] [--seed N] [--scale S] [--truth FOLDER]',
  options: {
    'as-of': { type: 'string' },
    seed: { type: 'string' },
    scale: { type: 'string' },
    truth: { type: 'string' },
  },
  more: [
    '--scale S     1 is ten years of a force: 2.5 million people, 1.9 million occurrences; 0.0004 is a village.',
    '              Where it is left out, a town of 50,000 and three years of occurrences.',
    '--truth FOLDER  Who is really who, and the name-match gold set: docs/name-match-gold-set.md.',
  ],
  run(call) {
    const { settings, options } = call
    const now = new Date()
    const asOf = text(options['as-of']) ?? settings.demoAsOf ?? freshestDay(now)
    const seed = text(options['seed']) ?? String(settings.demoSeed)
    const scale = text(options['scale'])
    const truthFolder = text(options['truth'])
    if (scale !== null && !(Number(scale) > 0 && Number(scale) <= 1))
      throw new UsageError('--scale wants a number above 0 and up to 1, such as 0.1.')
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
        ...(scale === null ? {} : sizeOf(Number(scale))),
        ...(truthFolder === null ? {} : { truthFolder }),
      })
      await playDemonstration(requireOwner(server), store, modulesOf(files), call.progress)
      return { json: { ...report }, words: [report.message], exitCode: 0 }
    })
  },
}

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}
