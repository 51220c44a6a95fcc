import { AREA_KINDS } from '#kernel/areas/kinds.ts'
import { spacedPostcode } from '#kernel/parties/addresses/parts.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import { PointMap } from '#ui/maps/point-map.tsx'
import { plural } from '#ui/words/numbers.ts'
import type { KnownOfAddress, Neighbour, Whereabouts } from '../../queries/known-of-address.ts'
import type { PartyPage } from '../../queries/open-party.ts'
import { Names, otherNames, References } from './known.tsx'

interface PlaceProps {
  readonly page: Pick<PartyPage, 'label' | 'names' | 'sources' | 'today'>
  readonly addresses: readonly KnownOfAddress[]
  readonly where: Whereabouts
  /** A marker "protected" stands on it: it is put on no map. */
  readonly protectedPlace: boolean
}

/** The point on a small map, and the areas around it. */
export function Place({ page, addresses, where, protectedPlace }: PlaceProps) {
  const [first] = addresses
  const at = addresses.find(({ longitude, latitude }) => longitude !== null && latitude !== null)
  return (
    <Card title="Where it is">
      {protectedPlace && <p>This address is protected: it is put on no map.</p>}
      {!protectedPlace && where.outline !== null && at !== undefined && (
        <PointMap
          label={page.label}
          at={[at.longitude ?? 0, at.latitude ?? 0]}
          outline={where.outline}
          areas={where.areas}
        />
      )}
      <CardRows
        rows={where.areas.map(({ id, kind, name }) => ({
          text: <Link href={`/areas/${id}`}>{name}</Link>,
          note: AREA_KINDS[kind].words,
        }))}
      />
      {at === undefined && <p>No point is known for it, so it lies in no area here.</p>}
      {at !== undefined && where.areas.length === 0 && <p>It lies in none of the areas that are loaded.</p>}
      <Definition
        of={[
          ['Postcode', first?.postcode !== null && first !== undefined && spacedPostcode(first.postcode)],
          ['UPRN', first?.uprn !== null && first !== undefined && String(first.uprn)],
          ['Also written', otherNames(page).length > 0 && <Names page={page} />],
          ['References', <References page={page} />],
        ]}
      />
    </Card>
  )
}

/** Other flats of the building, and how many are known to live there. */
export function Flats({ flats }: { readonly flats: readonly Neighbour[] }) {
  return (
    <Card title="In the same building">
      <CardRows
        rows={flats.map(({ id, flat, label, residents }) => ({
          text: <Link href={partyHref('address', id)}>{flat === '' ? label : flat}</Link>,
          note: residents === 0 ? 'nobody known there' : plural(residents, 'resident'),
        }))}
      />
    </Card>
  )
}
