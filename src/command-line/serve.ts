import { listPersonas } from '#modules/sign-in/index.ts'
import { serve } from '../serve.ts'
import type { CliCommand } from './command.ts'

export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'Start the server; with FRANKPLEDGE_DEMO=on, with a demonstration force',
  usage: '',
  options: {},
  async run({ settings, say, progress }) {
    const running = await serve(settings, { say, progress })
    stopOnSignals(running.stop)
    say(`\nFrankpledge is at ${running.address}`)
    if (settings.demo) await sayPersonas(running.store, say)
    return 'stays'
  },
}

async function sayPersonas(store: Parameters<typeof listPersonas>[0], say: (line: string) => void): Promise<void> {
  say('\nA demonstration: every person and incident in it is made up. Sign in as any of these:')
  for (const { name, post } of await listPersonas(store)) say(`  ${name.padEnd(16)}  ${post}`)
  say('\nCtrl-C stops it; what you did is still there when you start it again.')
}

/** The first signal finishes what is under way; a second one ends at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
