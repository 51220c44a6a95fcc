import { DAMAGE_AND_OTHERS } from './reference/offences-other.ts'
import type { OffenceList } from './reference/offence-row.ts'
import { SEXUAL } from './reference/offences-sexual.ts'
import { THEFT } from './reference/offences-theft.ts'
import { VIOLENCE } from './reference/offences-violence.ts'

/** An offence of the Home Office's list: what a crime is recorded as. */
export interface Offence {
  /** Recorded-crime classes: `28A`. Two where one code is split by what came of it. */
  readonly classes: readonly string[]
  /** Home Office code: `028/03`; null where none is known here. */
  readonly code: string | null
  readonly title: string
  readonly statute: string
  readonly group: string
  readonly subgroup: string
  readonly victim: boolean
  /** The least PIP level of who investigates it (default). */
  readonly leastPip: 1 | 2 | 3
  /** Whether its victims count as enhanced from the start (default). */
  readonly enhanced: boolean
  readonly hate: boolean
  readonly lawFrom: string | null
  readonly recordedFrom: string | null
  readonly recordedUntil: string | null
  readonly replacedBy: string | null
  readonly unverified: readonly ('class' | 'code')[]
}

const LISTS: readonly OffenceList[] = [...VIOLENCE, ...SEXUAL, ...THEFT, ...DAMAGE_AND_OTHERS]

/** Every offence that is known here, in the order of the Home Office's groups. */
export const OFFENCES: readonly Offence[] = LISTS.flatMap((list) =>
  list.offences.map(([classCode, code, title, statute, leastPip, enhanced, more = {}]) => ({
    classes: typeof classCode === 'string' ? [classCode] : classCode,
    code,
    title,
    statute,
    group: list.group,
    subgroup: list.subgroup,
    victim: more.victim ?? list.victim,
    leastPip,
    enhanced,
    hate: more.hate ?? false,
    lawFrom: more.lawFrom ?? null,
    recordedFrom: more.recordedFrom ?? null,
    recordedUntil: more.until ?? null,
    replacedBy: more.replacedBy ?? null,
    unverified: more.unverified ?? [],
  })),
)

const BY_CODE = indexed(({ code }) => (code === null ? [] : [code]))
const BY_CLASS = indexed(({ classes }) => classes)

function indexed(keysOf: (offence: Offence) => readonly string[]): ReadonlyMap<string, readonly Offence[]> {
  const index = new Map<string, Offence[]>()
  for (const offence of OFFENCES)
    for (const key of keysOf(offence)) {
      const there = index.get(key)
      if (there === undefined) index.set(key, [offence])
      else there.push(offence)
    }
  return index
}

/** What codes may stand for. A code may be in several classes (criminal damage is split by what was damaged), and a class has
 * many codes: so the answer is a list, empty where the codes are not known here. */
export function findOffences(code: string | null, classCode: string | null): readonly Offence[] {
  const byCode = code === null ? undefined : (BY_CODE.get(code) ?? [])
  if (classCode === null) return byCode ?? []
  const byClass = BY_CLASS.get(classCode) ?? []
  return byCode === undefined ? byClass : byCode.filter((offence) => byClass.includes(offence))
}

/** A Home Office code in its usual form, `008/06`, from what systems write: `8/6`, `00806`, `008-06`. Null where it is none. */
export function readOffenceCode(text: string): string | null {
  const parts = /^(\d{1,3})\s*[/.-]\s*(\d{1,2})$/.exec(text) ?? /^(\d{3})(\d{2})$/.exec(text)
  const [, head, tail] = parts ?? []
  return head === undefined || tail === undefined ? null : `${head.padStart(3, '0')}/${tail.padStart(2, '0')}`
}
