import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Marking, Reader } from '#platform/access/reader.ts'
import type { DownloadRoute, FormPost, Page, PageContext, Route, Upload } from '#platform/http/routes.ts'
import { carried } from '#platform/edge.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import type { Role } from '../access/roles.ts'

/** The seven sections of the side navigation, and the two of those who look after the system. */
export const SECTIONS = {
  work: 'My work',
  prevent: 'Prevent',
  investigate: 'Investigate',
  protect: 'Protect',
  'organised-crime': 'Organised crime',
  readiness: 'Readiness',
  effectiveness: 'Effectiveness',
  assurance: 'Assurance',
  administration: 'Administration',
} as const

export type Section = keyof typeof SECTIONS

/** What a page says; the roof puts the frame around it. */
export interface View {
  readonly section: Section
  /** A question or a task: the h1 and the title of the window. */
  readonly title: string
  /** One line under the title: how fresh the data is. */
  readonly lead?: ComponentChildren
  /** What is not right with the data: a feed that is late. */
  readonly warning?: ComponentChildren
  /** What can be done from here: links beside the line under the title. */
  readonly actions?: readonly { readonly text: string; readonly href: string }[]
  /** What has just been done, or must be known first: an `Alert`. */
  readonly notice?: ComponentChildren
  readonly body: ComponentChildren
  /** The highest marking of anything on the page; OFFICIAL unless said. */
  readonly marking?: Marking
  /** The way back, above the title. */
  readonly back?: { readonly href: string; readonly text: string }
  /** Scripts of `ui/islands` that this page adds, by name: `map`, `autosave`, `progress`. */
  readonly islands?: readonly string[]
}

export type StaffRoute = Route<View>

interface PageDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly path: string
  readonly query: Query<Role, I, O>
  draft?(this: void, params: Readonly<Record<string, unknown>>): string
  view(this: void, model: z.output<O>, context: PageContext): View
  elsewhere?(this: void, reader: Reader): string | null
}

/** A page: its path, its one query, and what it says of the answer. */
export function page<I extends z.ZodType, O extends z.ZodType>(definition: PageDefinition<I, O>): Page<View> {
  const { view, ...rest } = definition
  // The model was made by the query's own run, so its type is known; the platform carries it as unknown.
  return { type: 'page', ...rest, view: (model, context) => view(carried(model), context) }
}

interface FormDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly path: string
  readonly command: Command<Role, I, O>
  readonly page: Page<View>
  /** The one file that the form carries; the form must be `multipart`. */
  readonly upload?: Upload
  draft?(this: void, params: Readonly<Record<string, unknown>>): string
  next(this: void, output: z.output<O>, params: Readonly<Record<string, unknown>>): string
  answer?(this: void, output: z.output<O>, context: PageContext, site: string): View
}

/** A form's target: its command, the page that shows it again when something is wrong, and where to go when done. */
export function form<I extends z.ZodType, O extends z.ZodType>(definition: FormDefinition<I, O>): FormPost<View> {
  const { next, answer, ...rest } = definition
  return {
    type: 'form',
    ...rest,
    next: (output, params) => next(carried(output), params),
    ...(answer !== undefined && { answer: (output, context, site) => answer(carried(output), context, site) }),
  }
}

export function downloadAt(path: string, download: DownloadRoute['download']): DownloadRoute {
  return { type: 'download', path, download }
}
