import { overview } from '../overview.ts'
import { page } from '#kernel/web/view.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { count } from '#ui/words/numbers.ts'
import { administers } from './parts/may.ts'

const PATH = '/administration'

/** The way in for administrators and custodians: what there is, and what is not in order. */
export const administrationPage = page({
  path: PATH,
  query: overview,
  view: (model, context) => {
    const own = administers(context)
    // A custodian looks at the same lists where they stand for everybody.
    const base = own ? PATH : ''
    const people = own ? `${PATH}/people` : '/colleagues'
    return {
      section: 'administration',
      title: 'Is everybody where they should be?',
      lead: 'Agencies, units, people, postings and areas',
      body: (
        <CardGrid columns={3}>
          <Card title="People">
            <KeyFigure value={count(model.people)} label="can sign in" href={people} />
            <KeyFigure
              value={count(model.withoutPosting)}
              label="have no posting today, and cannot sign in"
              href={`${people}?unposted=yes`}
            />
            <KeyFigure value={count(model.endingSoon)} label="have postings that end within 14 days" />
          </Card>
          <Card title="Units">
            <KeyFigure value={count(model.units)} label="stand today" href={`${base}/units`} />
            <KeyFigure value={count(model.unitsWithoutPeople)} label="have nobody posted to them or below" />
            <KeyFigure value={count(model.agencies)} label="agencies" {...(own && { href: `${PATH}/agencies` })} />
          </Card>
          <Card title="Areas">
            <KeyFigure value={count(model.areas)} label="areas" href={`${base}/areas`} />
            <KeyFigure value={count(model.areasWithoutOutline)} label="have no outline: import boundaries" />
            <KeyFigure
              value={count(model.administrators)}
              label="administrators"
              href={`${people}?role=administrator`}
            />
          </Card>
        </CardGrid>
      ),
    }
  },
})
