import type { ComponentChildren } from 'preact'
import { addDays, getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { MARKER_KINDS } from '#kernel/parties/markers.ts'
import { LINK_KINDS } from '#kernel/parties/words.ts'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { addLink, endLink } from '../commands/links.ts'
import { addMarker, endMarker, reviewMarker } from '../commands/markers.ts'
import { hrefOf, linkForm, markerForm, partyForm, type PartyHead } from '../queries/forms.ts'
import { linkChoices } from '../rules/lnk01-by-hand.ts'
import { markersByHand } from '../rules/mkr04-by-hand.ts'
import { backSaying } from './party-view.tsx'

interface Act {
  readonly party: PartyHead
  readonly context: PageContext
  readonly title: string
  readonly lead?: string
  readonly submit: string
  readonly version?: number
  readonly stored?: Readonly<Record<string, unknown>>
  readonly fields: ComponentChildren
}

/** A page with one form about somebody or something. */
function actView({ party, context, title, lead, submit, version, stored, fields }: Act): View {
  const back = hrefOf(party)
  return {
    section: 'investigate',
    title,
    lead: lead ?? party.label,
    marking: party.marking,
    back: { href: back, text: party.label },
    islands: ['suggest'],
    body: (
      <ActForm
        context={context}
        submit={submit}
        cancel={back}
        {...(version !== undefined && { version })}
        {...(stored !== undefined && { stored })}
      >
        {fields}
      </ActForm>
    ),
  }
}

const markerPage = page({
  path: '/parties/:id/marker',
  query: partyForm,
  view: (party, context) => {
    const now = londonDateAt(context.now)
    return actView({
      party,
      context,
      title: 'What must whoever goes there know?',
      submit: 'Add marker',
      stored: { startsOn: now, reviewOn: addDays(now, 180) },
      fields: (
        <>
          <SelectField
            name="marker"
            label="Marker"
            placeholder="Choose a marker"
            options={markersByHand(party.kind).map(({ kind, words }) => ({ value: kind, text: words }))}
          />
          <TextArea
            name="words"
            label="What to know, and what to do"
            hint="What was seen or said, and when. No names of who told it"
            rows={3}
          />
          <DateField name="startsOn" label="Known since" />
          <DateField name="reviewOn" label="To be looked at again" hint="Within a year" />
        </>
      ),
    })
  },
})

const endPage = page({
  path: '/markers/:id/end',
  query: markerForm,
  view: ({ marker, party }, context) =>
    actView({
      party,
      context,
      title: `End “${MARKER_KINDS[marker.kind].words}”?`,
      lead: `${party.label}. It stays among what was known, with the reason`,
      submit: 'End marker',
      version: marker.version,
      fields: <TextArea name="reason" label="Reason" rows={3} />,
    }),
})

const reviewPage = page({
  path: '/markers/:id/review',
  query: markerForm,
  view: ({ marker, party }, context) =>
    actView({
      party,
      context,
      title: `Does “${MARKER_KINDS[marker.kind].words}” still hold?`,
      lead: `${party.label}. If it does not, end it`,
      submit: 'It holds',
      version: marker.version,
      stored: { words: marker.words, reviewOn: addDays(londonDateAt(context.now), 180) },
      fields: (
        <>
          <TextArea name="words" label="What to know, and what to do" rows={3} />
          <DateField name="reviewOn" label="To be looked at again" hint="Within a year" />
        </>
      ),
    }),
})

const linkPage = page({
  path: '/parties/:id/link',
  query: partyForm,
  view: (party, context) =>
    actView({
      party,
      context,
      title: 'Link to whom or what?',
      submit: 'Add link',
      stored: { basis: 'fact' },
      fields: (
        <>
          <SelectField
            name="tie"
            label={`How is ${party.label} linked?`}
            placeholder="Choose how they are linked"
            options={linkChoices(party.kind).map(({ code, words }) => ({ value: code, text: words }))}
          />
          <PartyPicker
            name="other"
            label="Whom or what"
            hint="Choose it while you type, or give its reference, a vehicle’s mark, a phone’s number, or the address of its page here"
            width={30}
          />
          <DateField name="since" label="Since" hint="Leave it empty where nobody knows" />
          <RadiosField
            name="basis"
            label="What does it rest on?"
            choices={[
              { value: 'fact', text: 'Fact' },
              { value: 'opinion', text: 'Somebody’s opinion' },
            ]}
            inline
          />
        </>
      ),
    }),
})

const unlinkPage = page({
  path: '/links/:id/end',
  query: linkForm,
  view: (link, context) =>
    actView({
      party: link.one,
      context,
      title: 'Until when did it hold?',
      lead: `${link.one.label} ${LINK_KINDS[link.kind].there} ${link.other.label}`,
      submit: 'End link',
      stored: { until: getCivilDate(londonDateAt(context.now)) },
      fields: <DateField name="until" label="Until" />,
    }),
})

export const actRoutes: readonly StaffRoute[] = [
  markerPage,
  form({ path: '/parties/:id/marker', command: addMarker, page: markerPage, next: backSaying('marker-added') }),
  endPage,
  form({ path: '/markers/:id/end', command: endMarker, page: endPage, next: backSaying('marker-ended') }),
  reviewPage,
  form({ path: '/markers/:id/review', command: reviewMarker, page: reviewPage, next: backSaying('marker-reviewed') }),
  linkPage,
  form({ path: '/parties/:id/link', command: addLink, page: linkPage, next: backSaying('linked') }),
  unlinkPage,
  form({ path: '/links/:id/end', command: endLink, page: unlinkPage, next: backSaying('unlinked') }),
]
