import { serve } from '../serve.ts'
import type { CliCommand } from './command.ts'

export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'Start the server; with FRANKPLEDGE_DEMO=on, with a demonstration force',
  usage: '',
  options: {},
  async run({ settings, say, progress }) {
    await serve(settings, { say, progress })
    return 'stays'
  },
}
