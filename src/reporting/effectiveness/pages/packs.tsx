import type { z } from 'zod'
import { Link } from '#kernel/web/parts/definition.tsx'
import { downloadAt, form, page, type View } from '#kernel/web/view.ts'
import { FRAMEWORKS } from '#modules/inspections/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { FIVE_QUESTIONS, packHref, PACKS } from '../addresses.ts'
import { exportPack, listPacks, openPack, type makePack } from '../packs/pack-operations.ts'
import { packView } from './pack.tsx'

type Model = z.output<typeof listPacks.output>

/** Where evidence packs are made, found again, read and taken out. */
export function packRoutes(make: ReturnType<typeof makePack>) {
  const packsPage = page({ path: PACKS, query: listPacks, view: packsView })
  return [
    packsPage,
    form({ path: PACKS, command: make, page: packsPage, next: ({ id }) => packHref(id) }),
    page({ path: `${PACKS}/:id`, query: openPack, view: packView }),
    downloadAt(`${PACKS}/:id/docx`, exportPack),
  ]
}

function packsView({ packs, total }: Model, context: PageContext): View {
  return {
    section: 'effectiveness',
    title: 'Make an evidence pack',
    lead: 'Everything that you may read of a framework, frozen at this minute. It proves no more than that',
    back: { href: FIVE_QUESTIONS, text: 'The questions' },
    body: (
      <CardGrid columns="wide-narrow">
        <DataTable
          caption="Packs that you made"
          rows={packs}
          columns={[
            {
              header: 'Pack',
              cell: ({ id, framework }) => <Link href={packHref(id)}>{frameworkName(framework)}</Link>,
            },
            { header: 'Frozen', cell: ({ madeAt }) => <Time instant={madeAt} /> },
            { header: 'Marking', nowrap: true, cell: ({ marking }) => marking },
            {
              header: 'Take out',
              cell: ({ id }) => <Link href={`${packHref(id)}/docx`}>For a word processor</Link>,
            },
          ]}
          empty={
            <EmptyState title="You have made no pack yet">
              <p>
                Choose a framework and make one: it opens as a page to print, and can be taken out for a word processor.
              </p>
            </EmptyState>
          }
        />
        <Card title="Make one now">
          <Form
            action={PACKS}
            csrf={context.csrf}
            idempotencyKey={context.key}
            errors={context.errors}
            values={{ framework: packs[0]?.framework ?? '', ...context.values }}
          >
            <SelectField
              name="framework"
              label="Framework"
              options={FRAMEWORKS.filter(({ questions }) => questions.length > 0).map(({ code, name }) => ({
                value: code,
                text: name,
              }))}
            />
            <FormActions submit="Make the pack" />
          </Form>
          <p class="fp-second">
            You prove who you are first. It is marked as the highest of what is in it, holds nothing of a closed
            compartment, and only you open it here. {total > packs.length && `You have made ${total} in all.`}
          </p>
        </Card>
      </CardGrid>
    ),
  }
}

function frameworkName(code: string): string {
  return FRAMEWORKS.find((framework) => framework.code === code)?.name ?? code
}
