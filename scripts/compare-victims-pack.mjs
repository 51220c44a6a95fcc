// Sets what another system answers beside the test pack of the Victims’ Code (docs/packs/victims-code/README.md):
//   node scripts/compare-victims-pack.mjs answers.csv [--only VC09,VC21-2020]
// Ends with 0 where nothing differs, 1 where something does, 2 where the answers cannot be read.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

const PACK = join(dirname(fileURLToPath(import.meta.url)), '../docs/packs/victims-code/cases.csv')
const ANSWERS = ['by-time', 'at-once', 'no-limit', 'no-date-yet', 'paused', 'not-owed']
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

const [path, ...more] = process.argv.slice(2)
const isAsked = path !== undefined && (more.length === 0 || (more.length === 2 && more[0] === '--only'))
if (!isAsked) refuse('Say which file: node scripts/compare-victims-pack.mjs answers.csv [--only VC09,VC21-2020]')
const starts = more[1]?.split(',').map((start) => start.trim()) ?? ['']

const everyId = new Set()
const cases = new Map()
for (const one of parse(readFileSync(PACK, 'utf8'), { columns: true })) {
  everyId.add(one.id)
  if (starts.some((start) => one.id.startsWith(start))) cases.set(one.id, one)
}
if (cases.size === 0) refuse(`The pack has no case that begins with ${starts.join(' or ')}.`)

const answers = readAnswers(path)
const differences = [...cases.values()].flatMap((one) => differenceOf(one, answers.get(one.id)))
for (const line of differences) console.log(line)
console.log(`${cases.size} cases: ${cases.size - differences.length} the same, ${differences.length} not.`)
process.exitCode = differences.length === 0 ? 0 : 1

function differenceOf(one, given) {
  if (given === undefined) return [`${one.id}: not answered`]
  const isSame = given.answer === one.answer && sameMoment(given.due_at, one.due_at)
  return isSame ? [] : [`${one.id}: ${wordsOf(given)}, and the pack ${wordsOf(one)}. ${one.why}`]
}

function sameMoment(one, other) {
  return one === other || (one !== '' && other !== '' && Date.parse(one) === Date.parse(other))
}

function wordsOf({ answer, due_at: due }) {
  return `says ${answer}${due === '' ? '' : ` ${due}`}`
}

function readAnswers(file) {
  const answers = new Map()
  for (const { record, line } of readRows(file)) {
    const { id, answer, due_at: due } = record
    const at = `${file}, line ${line}`
    if (!everyId.has(id)) refuse(`${at}: the pack has no case “${id}”.`)
    if (answers.has(id)) refuse(`${at}: ${id} is answered twice.`)
    if (!ANSWERS.includes(answer)) refuse(`${at}: the answer “${answer}” is none of ${ANSWERS.join(', ')}.`)
    if (due !== '' && (!ZONED.test(due) || Number.isNaN(Date.parse(due))))
      refuse(`${at}: “${due}” is no time with its distance from UTC, as 2016-06-14T23:59:59+01:00.`)
    answers.set(id, { answer, due_at: due })
  }
  return answers
}

function readRows(file) {
  try {
    const rows = parse(readFileSync(file, 'utf8'), { bom: true, columns: true, info: true, trim: true })
    const missing = ['id', 'answer', 'due_at'].filter((name) => rows.some(({ record }) => record[name] === undefined))
    if (missing.length > 0) refuse(`${file} has no column ${missing.join(', ')}.`)
    return rows.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function refuse(words) {
  console.error(words)
  process.exit(2)
}
