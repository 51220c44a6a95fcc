import type { Random } from '#calculations/random/random.ts'
import { ROLES_IN_OCCURRENCES } from '#kernel/parties/words.ts'
import type { OccurrenceRow } from '../occurrences/occurrence-row.ts'
import type { PlacedPoint } from '../occurrences/ward-streets.ts'
import { involve } from '../people/involvement.ts'
import type { WardRegister } from '../people/register.ts'
import { copyRows, type CopyValue } from './copy-rows.ts'
import type { Making } from './making.ts'
import { momentText } from './moment-text.ts'
import { columnsOf, type Guards, PartyRows } from './party-rows.ts'
import type { Town } from './people.ts'

const COLUMNS =
  'id, party_id, occurrence_id, role, category, basis, source, marking, compartment_id, happened_at, known_at'
/** The compartment of the protected: what they are in is as hidden as they are. */
const HIDDEN_IN = 1

/** Who was in what happened, month by month. */
export class Roles {
  readonly #town: Town
  readonly #around: readonly WardRegister[]
  readonly #together = new Set<string>()
  /** By street point: the ward's people, where it has any. */
  readonly #at: readonly (WardRegister | undefined)[]
  #next = 1

  constructor(town: Town, points: readonly PlacedPoint[]) {
    this.#town = town
    this.#around = [...town.registers.values()]
    this.#at = points.map(({ ward }) => town.registers.get(ward.code))
  }

  get count(): number {
    return this.#next - 1
  }

  /** Stores the roles in a month's occurrences, which have the ids from `first` on. */
  async store(
    { client, digest }: Making,
    random: Random,
    rows: readonly OccurrenceRow[],
    first: number,
  ): Promise<void> {
    const roles: CopyValue[][] = []
    const links = new PartyRows(this.#town.ids, this.#town.dictionary)
    for (const [i, row] of rows.entries()) {
      const here = row.point === null ? undefined : this.#at[row.point]
      if (here === undefined) continue
      const occurrence = first + i
      const { roles: involved, together } = involve(random, row, here, this.#around)
      const [happenedAt, knownAt] = [momentText(row.from), momentText(row.knownAt)]
      const marking = row.sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
      let anyHidden = false
      for (const { party, role, hidden } of involved) {
        const guards: Guards = {
          marking: hidden ? 'OFFICIAL-SENSITIVE' : marking,
          compartment: hidden ? HIDDEN_IN : null,
        }
        anyHidden ||= hidden
        roles.push([
          this.#next++,
          party,
          occurrence,
          role,
          ROLES_IN_OCCURRENCES[role].category,
          role === 'suspect' || role === 'subject' ? 'opinion' : 'fact',
          'demonstration',
          guards.marking,
          guards.compartment,
          happenedAt,
          knownAt,
        ])
      }
      if (together === null || anyHidden) continue
      const pair = together.toSorted((a, b) => a - b).join(' ')
      if (this.#together.has(pair)) continue
      this.#together.add(pair)
      const [one, other] = together
      links.link(
        'associate-of',
        one,
        other,
        { from: happenedAt.slice(0, 10), knownAt },
        { marking, compartment: null },
        occurrence,
      )
    }
    await copyRows(client, digest, 'party_role', COLUMNS, roles)
    await copyRows(client, digest, 'party_link', columnsOf('party_link'), links.rows.party_link)
  }
}
