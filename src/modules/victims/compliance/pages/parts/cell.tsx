import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { count, decimal } from '#ui/words/numbers.ts'
import { COMPLIANCE_DUTIES } from '../../addresses.ts'
import { KEPT_WORDS } from '../../rules/kept-words.ts'
import type { Cell, Count } from '../../rules/vco04-publish.ts'

const KEPT_STATES = {
  met: 'holding',
  'not-met': 'not-held',
  unknown: 'too-few',
  'nothing-owed': 'too-few',
  withheld: 'too-few',
} as const satisfies Record<Cell['kept'], State>

/** What is counted in a cell, so that each number opens its rows. */
export type CellOf = Readonly<Record<string, string | number | null>>

export function countWords(of: Count): string {
  return typeof of === 'number' ? count(of) : of
}

/** How a part was kept: its state, how many of how many, and the rest, each number with the duties behind it. */
export function KeptCell({ cell, of }: { readonly cell: Cell; readonly of: CellOf }) {
  const { inTime, owed, late, waived, overdue, unknown, medianLate, kept } = cell
  if (kept === 'nothing-owed') return <StateTag state="too-few">{KEPT_WORDS[kept]}</StateTag>
  const rest = [
    ['late', late, 'late'],
    ['waived', waived, 'waived'],
    ['overdue', overdue, 'overdue'],
    ['unknown', unknown, 'unknown'],
  ] as const
  const told = rest.filter(([, number]) => number !== 0 && !(kept === 'withheld' && number === 'withheld'))
  return (
    <>
      <StateTag state={KEPT_STATES[kept]}>{KEPT_WORDS[kept]}</StateTag>
      <span class="fp-second">
        <Rows of={of} how="in-time" number={inTime} /> of <Rows of={of} how="owed" number={owed} /> in time
      </span>
      {told.length > 0 && (
        <span class="fp-second">
          {told.map(([how, number, words], at) => (
            <>
              {at > 0 && '; '}
              <Rows of={of} how={how} number={number} /> {words}
            </>
          ))}
        </span>
      )}
      {medianLate !== null && (
        <span class="fp-second">Half of the late by {decimal(medianLate, 1)} working days or less</span>
      )}
    </>
  )
}

function Rows({ of, how, number }: { readonly of: CellOf; readonly how: string; readonly number: Count }) {
  if (number === 0) return <>{countWords(number)}</>
  return <Link href={address(COMPLIANCE_DUTIES, { ...of, how })}>{countWords(number)}</Link>
}
