// `npm run fuzz [-- --requests N --seed S]`: Schemathesis against the running service's own OpenAPI document, signed in as
// people in several posts and not signed in. Fails on any server error and on any answer that the document does not know.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { findFreePort, startService } from '../service/service.ts'
import { prepareInstallation, type SignedIn } from '../service/installation.ts'
import type { PersonaName } from '../world/personas.ts'
import { fuzz, installSchemathesis, type FuzzResult } from './schemathesis.ts'

const PERSONAS: readonly PersonaName[] = ['administrator', 'sergeantA', 'auditor', 'custodian', 'analyst', 'partner']
/** What its phase of edge cases takes for each operation, about. */
const EDGE_CASES = 60
const MOST_RUNS = 8

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '2016' } },
})
const wanted = Number(values.requests)
if (!Number.isInteger(wanted) || wanted < 1) throw new Error('--requests is a whole number from 1')

const program = installSchemathesis()
const installation = await prepareInstallation({ name: 'fuzz', personas: PERSONAS })
const service = startService({ dataFolder: installation.dataFolder, port: await findFreePort() })
const address = `${service.origin}/api/openapi.json`
let requests = 0
let failures = 0
try {
  await service.ready()
  const document = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(await (await fetch(address)).json())
  const operations = Object.keys(document.paths).length
  const visitors = [...installation.signedIn, null]
  console.log(`${operations} operations, ${visitors.length} visitors, seed ${values.seed}`)
  for (const [index, who] of visitors.entries()) {
    const share = Math.ceil((wanted - requests) / (visitors.length - index))
    const result = await visit(who, share, operations, Number(values.seed) + index * 100)
    requests += result.requests
    failures += result.failures
    console.log(`${who?.persona ?? 'not signed in'}: ${result.requests} requests, ${result.failures} failures`)
    if (result.words !== '') console.log(result.words)
    if (who !== null && !(await isSignedIn(who))) {
      failures++
      console.log(`${who.persona} was signed out on the way: the rest of these requests proved nothing.`)
    }
  }
} finally {
  await service.stop()
  await installation.remove()
}
console.log(`${requests} requests, ${failures} failures`)
console.log(`${requests - failures} passed, ${failures} failed`)
process.exit(failures === 0 && requests >= wanted ? 0 : 1)

/** All the requests of one visitor, in as many runs as that takes. */
async function visit(who: SignedIn | null, share: number, operations: number, seed: number): Promise<FuzzResult> {
  const headers = who === null ? {} : { cookie: who.cookie, 'x-csrf-token': who.csrf }
  let total: FuzzResult = { requests: 0, failures: 0, words: '' }
  for (let round = 0; round < MOST_RUNS && total.requests < share; round++) {
    const left = share - total.requests
    const edges = round === 0 && left > EDGE_CASES * operations
    const examples = Math.max(1, Math.ceil((edges ? left - EDGE_CASES * operations : left) / operations))
    const phases = edges ? 'coverage,fuzzing' : 'fuzzing'
    const plan = { address, headers, phases, examples, seed: seed + round }
    const result = await fuzz(program, plan, installation.dataFolder)
    total = {
      requests: total.requests + result.requests,
      failures: total.failures + result.failures,
      words: total.words + result.words,
    }
    if (result.requests === 0) break
  }
  return total
}

async function isSignedIn(who: SignedIn): Promise<boolean> {
  const answer = await fetch(`${service.origin}/api/draft/find?key=/x`, { headers: { cookie: who.cookie } })
  return answer.status === 200
}
