import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../src/paths.ts'

/** Pinned, so that the same seed finds the same tomorrow. */
const VERSION = '4.32.5'
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
]

/** Finds Schemathesis in its own environment, made from PyPI where it is missing. Throws, in words, without Python. */
export function installSchemathesis(): string {
  const folder = join(packageRoot, '.cache', `schemathesis-${VERSION}`)
  const program = join(folder, 'bin', 'st')
  if (existsSync(program)) return program
  mkdirSync(join(packageRoot, '.cache'), { recursive: true })
  const say = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  try {
    execFileSync('python3', ['-m', 'venv', folder], say)
    execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`], say)
  } catch (error) {
    throw new Error('Schemathesis could not be installed: it needs python3 with venv, and PyPI.', { cause: error })
  }
  return program
}

export interface FuzzRun {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly phases: string
  readonly examples: number
  readonly seed: number
}

export interface FuzzResult {
  readonly requests: number
  readonly failures: number
  /** What Schemathesis said of them. */
  readonly words: string
}

const Report = z.object({
  complete: z.boolean(),
  test_cases: z.object({ generated: z.int(), unique_failures: z.int() }),
  errors: z.array(z.unknown()),
})

/** Runs Schemathesis once against the running service's own OpenAPI document. */
export async function fuzz(program: string, run: FuzzRun, folder: string): Promise<FuzzResult> {
  const report = join(folder, `fuzz-${run.seed}.json`)
  const options = {
    checks: CHECKS.join(','),
    phases: run.phases,
    'max-examples': String(run.examples),
    seed: String(run.seed),
    'generation-database': 'none',
    warnings: 'off',
    workers: '2',
    report: 'json',
    'report-json-path': report,
  }
  const said = await runProgram(program, folder, [
    'run',
    run.address,
    '--continue-on-failure',
    '--no-color',
    ...Object.entries(run.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ])
  if (!existsSync(report)) throw new Error(`Schemathesis did not run:\n${said}`)
  const { test_cases: cases, errors, complete } = Report.parse(JSON.parse(readFileSync(report, 'utf8')))
  const failures = cases.unique_failures + errors.length + (complete ? 0 : 1)
  return { requests: cases.generated, failures, words: failures === 0 ? '' : said }
}

/** In a folder of its own, since it leaves files behind. Its exit code says only whether it found something, which the report says better. */
function runProgram(program: string, cwd: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd, maxBuffer: 64 * 1_048_576 }
    execFile(program, [...parameters], options, (_error, out, err) => resolve(`${out}${err}`))
  })
}
