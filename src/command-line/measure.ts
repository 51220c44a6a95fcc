import { measureListCommand, measureShowCommand } from '#modules/measures/index.ts'
import { measures } from '../modules.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withStore } from './with-server.ts'

const COMPUTE = { compute: { type: 'boolean' } } as const
const COMPUTE_WORDS = '--compute     computes every measure again first; done anyway where none ever was'

/** `measure list`: exit code 0, whether or not there is anything to measure yet. */
export const measureList: CliCommand = {
  name: 'measure list',
  summary: 'List every measure with its latest figure',
  usage: '[--compute]',
  options: COMPUTE,
  more: [COMPUTE_WORDS],
  run: (call) => withStore(call, ({ store }) => measureListCommand(store, measures, call.options['compute'] === true)),
}

/** `measure show CODE`: exit code 1 where there is no such measure, or no figure of the month asked for. */
export const measureShow: CliCommand = {
  name: 'measure show',
  summary: 'Show one measure: its definition, its months, and one month by area and team',
  usage: '[--month MONTH] [--compute] CODE',
  options: { ...COMPUTE, month: { type: 'string' } },
  more: ['--month       2018-06; the latest if left out', COMPUTE_WORDS],
  run(call) {
    const [code, ...more] = call.positionals
    if (code === undefined || more.length > 0) throw new UsageError('Name one measure by its code: P1-CRIME')
    const { month, compute } = call.options
    return withStore(call, ({ store }) =>
      measureShowCommand(store, measures, {
        code: code.toUpperCase(),
        month: typeof month === 'string' ? month : null,
        compute: compute === true,
      }),
    )
  },
}
