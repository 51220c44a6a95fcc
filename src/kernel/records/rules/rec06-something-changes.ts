import { isDeepStrictEqual } from 'node:util'
import type { Finding } from '../../organisation/rules/rule.ts'
import type { Guards } from '../guards.ts'

/** REC06: a record is handed on to somewhere else. */
export function somethingChanges(from: Guards, to: Guards): Finding | null {
  if (!isDeepStrictEqual(from, to)) return null
  return { rule: 'REC06', message: 'This is how it stands already. Choose what is to change.' }
}
