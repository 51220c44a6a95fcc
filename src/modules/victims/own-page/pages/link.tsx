import { choicesOf } from '#kernel/web/parts/choices.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { victimHref, VICTIMS } from '../../addresses.ts'
import { nameOf } from '../../pages/parts/who.tsx'
import { linkPath } from '../addresses.ts'
import { EN } from '../catalogue/en.ts'
import { makeLink } from '../commands/make-link.ts'
import { linkForm } from '../queries/link-form.ts'
import { codeWords, LINK_HOURS, MOST_TRIES } from '../rules/vcp02-link.ts'
import { LINK_WAYS } from '../rules/vcp04-reach.ts'

const PATH = `${VICTIMS}/:id/own-page`

const linkPage = page({
  path: PATH,
  query: linkForm,
  view: ({ parts: { head }, detail, ownPage }, context): View => {
    const href = victimHref(head.id)
    const back = { href, text: nameOf(detail) }
    const shared = { section: 'investigate', title: 'A link to their own page', marking: head.marking, back } as const
    if (ownPage.whyNot.length > 0) return { ...shared, body: <Refused why={ownPage.whyNot} href={href} /> }
    return {
      ...shared,
      lead: `It works once, within ${LINK_HOURS} hours, with a code that you say to them. It ends any link before it`,
      body: (
        <ActForm context={context} submit="Make the link" cancel={href} version={head.version}>
          <WarningText>
            Ask them first: could somebody else see their phone, or make them show it? If they are not sure, ring them
            instead.
          </WarningText>
          <RadiosField name="way" label="How the link reaches them" choices={choicesOf(LINK_WAYS)} />
          <TextField
            name="reach"
            label="The number or address"
            hint="As they gave it for this. Nothing is sent from here: you send it"
            optional
          />
          <CheckboxesField
            name="agreed"
            label="Agreed with them"
            choices={[{ value: 'yes', text: 'They want a page of their own, and said that it is safe' }]}
          />
        </ActForm>
      ),
    }
  },
})

function Refused({ why, href }: { readonly why: readonly string[]; readonly href: string }) {
  return (
    <>
      <p class="govuk-body">There is no page for them (VCP01):</p>
      <ul class="govuk-list govuk-list--bullet">
        {why.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <Button href={href} classes="govuk-button--secondary">
        Back to the victim
      </Button>
    </>
  )
}

interface Made {
  readonly id: string
  readonly token: string
  readonly code: string
  readonly expiresAt: string
}

/** Shown once: neither the link nor the code is kept anywhere. */
function madeView({ id, token, code, expiresAt }: Made, _context: PageContext, site: string): View {
  const href = victimHref(id)
  const marking: Marking = 'OFFICIAL-SENSITIVE'
  return {
    section: 'investigate',
    title: 'Give them the link and the code',
    lead: (
      <>
        Shown once and kept nowhere. The link works once, until <Time instant={expiresAt} />
      </>
    ),
    marking,
    back: { href, text: 'The victim' },
    body: (
      <>
        <WarningText>Never send the code with the link. Say it to them, by telephone or in person.</WarningText>
        <CardGrid columns={2}>
          <Card title="1. Say this code to them">
            <p class="fp-code">{codeWords(code)}</p>
            <p class="govuk-body">
              After {MOST_TRIES} wrong codes the link is dead, and you are told. Make sure that it is them before you
              say it.
            </p>
          </Card>
          <Card title="2. Send them this, in these words">
            <p class="govuk-body fp-copy">{EN.message(`${site}${linkPath(token)}`)}</p>
            <p class="govuk-body">
              It names no police, no crime and nobody. Add nothing to it. Send it from a number or address that names
              none either, or read it out.
            </p>
          </Card>
        </CardGrid>
        <Button href={href}>I have given them both</Button>
      </>
    ),
  }
}

export const linkRoutes = [
  linkPage,
  form({
    path: PATH,
    command: makeLink,
    page: linkPage,
    next: ({ id }) => victimHref(id),
    answer: madeView,
  }),
]
