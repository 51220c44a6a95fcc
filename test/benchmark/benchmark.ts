// `npm run benchmark [-- --json] [--only part,part]`: each figure beside its reference of the same run, as a ratio.
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { run as audit } from './audit.ts'
import { run as duties } from './duties.ts'
import { tableOf, type Figure } from './figure.ts'
import { run as force } from './force/force.ts'
import { run as extract } from './records-extract.ts'
import { run as imports } from './imports.ts'
import { run as linkage } from './linkage.ts'
import { run as matching } from './matching.ts'
import { run as measures } from './measures.ts'
import { run as pages } from './pages.ts'
import { run as patterns } from './patterns.ts'
import { run as partyPages } from './parties-pages.ts'
import { run as rendering } from './rendering.ts'
import { run as search } from './search.ts'
import { run as searchTiming } from './search-timing.ts'
import { run as startUp } from './start-up.ts'
import { run as victims } from './victims/victims.ts'

const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  pages,
  rendering,
  'start-up': startUp,
  audit,
  duties,
  imports,
  extract,
  measures,
  patterns,
  linkage,
  matching,
  'party-pages': partyPages,
  search,
  'search-timing': searchTiming,
  victims,
  force,
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const chosen = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = chosen.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const figures: Figure[] = []
for (const name of chosen) {
  console.error(`Measuring ${name}…`)
  figures.push(...((await PARTS[name]?.()) ?? []))
}
const machine = {
  cores: cpus().length,
  memoryBytes: totalmem(),
  node: process.versions.node,
  platform: process.platform,
}
if (values.json === true) console.log(JSON.stringify({ machine, figures }))
else {
  console.log(`${machine.cores} cores, ${Math.round(machine.memoryBytes / 2 ** 30)} GB, Node ${machine.node}\n`)
  console.log(tableOf(figures))
  console.log(`\n${figures.map((one) => `${one.name}: ${one.note}`).join('\n')}`)
}
process.exit(0)
