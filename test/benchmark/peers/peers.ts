// `npm run benchmark:peers [-- --json] [--only part,part] [--write]`: ours beside programs from PyPI, in one run, on
// the same made-up input: the same answers, and how long each took. `--write` keeps the answers as fixtures of tests.
import { parseArgs } from 'node:util'
import { tableOf, type Figure } from '../figure.ts'
import { PeerAbsent } from './environment.ts'
import { run as pysal } from './pysal.ts'
import { run as splink } from './splink.ts'

export interface PeerOptions {
  readonly write: boolean
}

const PARTS: Readonly<Record<string, (options: PeerOptions) => Promise<Figure[]>>> = { pysal, splink }

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, write: { type: 'boolean' } },
})
const chosen = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = chosen.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const figures: Figure[] = []
for (const name of chosen) {
  console.error(`Measuring ${name}…`)
  try {
    figures.push(...((await PARTS[name]?.({ write: values.write === true })) ?? []))
  } catch (error) {
    if (!(error instanceof PeerAbsent)) throw error
    console.error(`${error.message} Nothing of ${name} is measured.`)
  }
}
if (values.json === true) console.log(JSON.stringify({ figures }))
else console.log(`${tableOf(figures)}\n\n${figures.map((one) => `${one.name}: ${one.note}`).join('\n')}`)
process.exit(figures.every((one) => one.aim?.met ?? true) ? 0 : 1)
