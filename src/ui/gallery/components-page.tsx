import { EmptyState } from '../blocks/empty-state.tsx'
import { Button } from '../govuk/button.tsx'
import { Details } from '../govuk/details.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { NotificationBanner } from '../govuk/notification-banner.tsx'
import { Panel } from '../govuk/panel.tsx'
import { SummaryList } from '../govuk/summary-list.tsx'
import { Tabs } from '../govuk/tabs.tsx'
import { Tag } from '../govuk/tag.tsx'
import { WarningText } from '../govuk/warning-text.tsx'
import type { StaffFrame } from '../layouts/frame.ts'
import { StaffPage } from '../layouts/staff-page.tsx'
import { Alert } from '../moj/alert.tsx'
import { Badge } from '../moj/badge.tsx'
import { ButtonMenu } from '../moj/button-menu.tsx'
import { Filter } from '../moj/filter.tsx'
import { SideNavigation } from '../moj/side-navigation.tsx'
import { SortableTable } from '../moj/sortable-table.tsx'
import { SubNavigation } from '../moj/sub-navigation.tsx'
import { Timeline } from '../moj/timeline.tsx'

const colours = ['grey', 'green', 'red', 'orange', 'yellow', 'purple', 'pink']
const places = [
  { text: 'Summary', href: '/components', active: true },
  { text: 'Plan', href: '/table' },
]

/** The rest of the GOV.UK and MoJ components, to be looked at in both themes. */
export function ComponentsPage({ frame }: { readonly frame: StaffFrame }) {
  return (
    <StaffPage
      frame={frame}
      title="Who has read this record?"
      marking="OFFICIAL-SENSITIVE"
      section="assurance"
      notice={
        <Alert variant="success" title="Saved" dismissible>
          Unit saved. <a href="/table">See it in the list</a>
        </Alert>
      }
    >
      <SubNavigation items={places} />
      <SideNavigation label="This record" items={places} />
      {(['information', 'warning', 'error'] as const).map((variant) => (
        <Alert variant={variant} title={`An ${variant}`} showTitleAsHeading headingTag="h2">
          What it is about. <a href="/table">What to do next</a>
        </Alert>
      ))}
      <NotificationBanner text="The custody feed is late" titleId="late" />
      <SummaryList
        card={{ title: { text: 'Read 14 times' } }}
        rows={[
          {
            key: { text: 'Owner' },
            value: { text: 'Supt, Offenders' },
            actions: { items: [{ href: '/', text: 'Change' }] },
          },
          { key: { text: 'Compartment' }, value: { text: <Tag>Named readers</Tag> } },
        ]}
      />
      <p>
        {colours.map((colour) => (
          <>
            <Tag classes={`govuk-tag--${colour}`}>{colour}</Tag>{' '}
          </>
        ))}
        <Badge>Urgent</Badge> <Badge classes="moj-badge--red">Over</Badge>
      </p>
      <div class="govuk-button-group">
        <Button>Assign</Button>
        <Button classes="govuk-button--secondary">Who solved this before?</Button>
        <Button classes="govuk-button--warning">Close for good</Button>
        <Button disabled>Sent</Button>
      </div>
      <ButtonMenu
        button={{ text: 'Actions' }}
        items={[
          { children: 'Print', href: '/' },
          { children: 'Share', href: '/' },
        ]}
      />
      <Tabs
        items={[
          { id: 'by-reader', label: 'By reader', panel: { text: 'Fourteen people' } },
          { id: 'by-day', label: 'By day', panel: { text: 'Nine days' } },
        ]}
      />
      <SortableTable
        caption="Readers"
        head={[{ text: 'Reader' }, { text: 'Times', format: 'numeric', sort: 'descending' }]}
        rows={[[{ text: 'PS Bird' }, { text: '9', format: 'numeric', sortValue: 9 }]]}
        firstCellIsHeader
      />
      <Timeline
        items={[
          {
            label: { text: 'Opened' },
            byline: { text: 'PS Bird' },
            datetime: { timestamp: '2026-11-23T14:45:00Z', text: 'Mon 23 November, 14:45' },
            children: <p>To answer the call of that morning</p>,
          },
        ]}
      />
      <Details summaryText="How this is counted">Each opening of the page is one reading</Details>
      <InsetText>The force disclosed this gap itself</InsetText>
      <WarningText>Do not tell anybody where</WarningText>
      <Filter
        heading={{ text: 'Filter' }}
        selectedFilters={{
          heading: { text: 'Chosen' },
          clearLink: { text: 'Clear', href: '/' },
          categories: [{ heading: { text: 'Area' }, items: [{ text: 'Reading', href: '/' }] }],
        }}
      />
      <Panel titleText="Sent" headingLevel={2}>
        Reference PRB-00412
      </Panel>
      <EmptyState title="Nobody outside the force has read it">
        <p>
          To share it, <a href="/form">make an agreement</a>.
        </p>
      </EmptyState>
    </StaffPage>
  )
}
