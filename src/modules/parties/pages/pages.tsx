import { PARTY_KINDS } from '#kernel/parties/words.ts'
import { Definition } from '#kernel/web/parts/definition.tsx'
import { page, type StaffRoute } from '#kernel/web/view.ts'
import { Card } from '#ui/blocks/card.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { openAddress, openOrganisation, openPerson, openPhone, openVehicle } from '../queries/open-party.ts'
import { differences } from '#kernel/parties/rules/pty01-sources-differ.ts'
import { capital } from '#ui/words/capital.ts'
import { ageWords, mayBeChild } from '../rules/pty02-age.ts'
import { birthsOf, birthWords, KnownPerson, Names, otherNames, References } from './parts/known.tsx'
import { standsNow } from './parts/markers.tsx'
import { Flats, Place } from './parts/place.tsx'
import { partyView } from './party-view.tsx'

const personPage = page({
  path: `${PARTY_KINDS.person.path}/:id`,
  query: openPerson,
  view(model, context) {
    const { known, today } = model
    const births = birthsOf(known)
    const [birth] = births
    const died = known.some(({ diedOn }) => diedOn !== null)
    const sex = known.find((one) => one.sex !== null)?.sex ?? ''
    const born = birth === undefined ? 'date of birth not known' : `born ${birthWords(birth)}`
    const age = birth === undefined || died || births.length > 1 ? '' : ` (${ageWords(birth, today)})`
    return partyView(model, context, {
      lead: ['Person', births.length > 1 ? 'date of birth in doubt' : `${born}${age}`, sex, died ? 'has died' : '']
        .filter((part) => part !== '')
        .join(', '),
      known: <KnownPerson page={model} known={known} />,
      differences: differences(known),
      child: !died && mayBeChild(births, today),
      happenedTitle: 'What happened',
    })
  },
})

const addressPage = page({
  path: `${PARTY_KINDS.address.path}/:id`,
  query: openAddress,
  view(model, context) {
    const { addresses, where, flats } = model.known
    const protectedPlace = model.markers.some((marker) => marker.kind === 'protected' && standsNow(marker, model.today))
    const smallest = where.areas.findLast(({ kind }) => kind === 'neighbourhood' || kind === 'ward')
    return partyView(model, context, {
      lead: smallest === undefined ? 'Address' : `Address in ${smallest.name}`,
      ...(flats.length > 0 && { more: <Flats flats={flats} /> }),
      aside: <Place page={model} addresses={addresses} where={where} protectedPlace={protectedPlace} />,
      happenedTitle: 'What happened here',
    })
  },
})

const vehiclePage = page({
  path: `${PARTY_KINDS.vehicle.path}/:id`,
  query: openVehicle,
  view(model, context) {
    const [first] = model.known
    const looks = [first?.colour, first?.make, first?.model]
      .filter((word) => word !== undefined && word !== '')
      .join(' ')
    return partyView(model, context, {
      lead: looks === '' ? 'Vehicle' : `Vehicle, ${looks}`,
      known: (
        <Card title="What it is">
          <Definition
            of={[
              ['Mark', first !== undefined && first.mark !== null && <Reference>{first.mark}</Reference>],
              ['Make', first?.make],
              ['Model', first?.model],
              ['Colour', first?.colour],
              ['Chassis number', first !== undefined && first.vin !== null && <Reference>{first.vin}</Reference>],
              ['References', <References page={model} />],
            ]}
          />
        </Card>
      ),
      happenedTitle: 'What it was in',
    })
  },
})

const phonePage = page({
  path: `${PARTY_KINDS.phone.path}/:id`,
  query: openPhone,
  view: (model, context) =>
    partyView(model, context, {
      lead: 'Phone',
      known: (
        <Card title="What it is">
          <Definition
            of={[
              ['Number', <Reference>{`+${model.known[0]?.number ?? ''}`}</Reference>],
              ['References', <References page={model} />],
            ]}
          />
        </Card>
      ),
      happenedTitle: 'What it was in',
    }),
})

const organisationPage = page({
  path: `${PARTY_KINDS.organisation.path}/:id`,
  query: openOrganisation,
  view(model, context) {
    const [first] = model.known
    return partyView(model, context, {
      lead: `Organisation${first === undefined || first.kind === 'other' ? '' : `, ${first.kind.replaceAll('-', ' ')}`}`,
      known: (
        <Card title="What it is">
          <Definition
            of={[
              ['Kind', first !== undefined && capital(first.kind.replaceAll('-', ' '))],
              [
                'Registered number',
                first !== undefined && first.registeredNumber !== null && (
                  <Reference>{first.registeredNumber}</Reference>
                ),
              ],
              ['Also known as', otherNames(model).length > 0 && <Names page={model} />],
              ['References', <References page={model} />],
            ]}
          />
        </Card>
      ),
      happenedTitle: 'What it was in',
    })
  },
})

export const partyPages: readonly StaffRoute[] = [personPage, addressPage, vehiclePage, phonePage, organisationPage]
