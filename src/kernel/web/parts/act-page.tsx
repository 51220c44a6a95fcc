import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Marking } from '#platform/access/reader.ts'
import type { PageContext } from '#platform/http/routes.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import type { Role } from '../../access/roles.ts'
import { form, page, type Section, type StaffRoute } from '../view.ts'
import { ActForm } from './act-form.tsx'

/** What the acts on one kind of record have in common. */
export interface ActedOn<I extends z.ZodType, O extends z.ZodType> {
  readonly section: Section
  /** Address of the list, below which each record has its own: `/victims`. */
  readonly list: string
  /** Opens the form: what the act is on. */
  readonly query: Query<Role, I, O>
  /** What it is, what it is called on the way back, and and what stands under the title. */
  on(
    this: void,
    model: z.output<O>,
  ): {
    readonly id: string
    readonly version: number
    readonly marking: Marking
    readonly name: string
    readonly lead?: string
  }
}

/** One act: a page with one form. */
export interface Act<Model> {
  /** Below the record's own address. */
  readonly path: string
  readonly title: string
  /** What to know before filling it in; under the title where nothing else stands there. */
  readonly lead?: string
  readonly submit: string
  /** What stands now. */
  stored?(this: void, model: Model, context: PageContext): Readonly<Record<string, unknown>>
  /** What is to be read before the form. */
  readonly before?: ComponentChildren
  fields?(this: void, model: Model, context: PageContext): ComponentChildren
}

/** The page of an act under the record's own address, and what becomes of it. */
export function actPage<I extends z.ZodType, O extends z.ZodType, C extends z.ZodType, D extends z.ZodType>(
  { section, list, query, on }: ActedOn<I, O>,
  { path, title, lead, submit, stored, before, fields }: Act<z.output<O>>,
  command: Command<Role, C, D>,
  next: (output: z.output<D>) => string,
): readonly StaffRoute[] {
  const address = `${list}/:id/${path}`
  const own = page({
    path: address,
    query,
    view: (model, context) => {
      const { id, version, marking, name, lead: usual } = on(model)
      const href = `${list}/${id}`
      return {
        section,
        title,
        lead: usual ?? lead,
        marking,
        back: { href, text: name },
        body: (
          <>
            {usual !== undefined && lead !== undefined && <p>{lead}.</p>}
            {before}
            <ActForm
              context={context}
              submit={submit}
              cancel={href}
              version={version}
              stored={stored?.(model, context) ?? {}}
            >
              {fields?.(model, context)}
            </ActForm>
          </>
        ),
      }
    },
  })
  return [own, form({ path: address, command, page: own, next })]
}
