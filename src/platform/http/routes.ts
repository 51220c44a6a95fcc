import type { Reader } from '#platform/access/reader.ts'
import type { Command, Download, Query } from '#platform/operations/define.ts'
import type { FieldErrors } from '#platform/errors/errors.ts'

/** What a page knows besides its model. */
export interface PageContext {
  readonly reader: Reader
  readonly csrf: string
  readonly requestId: string
  readonly now: Date
  /** Path with the query string, as asked. */
  readonly url: string
  /** Other postings the reader could act in. */
  readonly postings: readonly { readonly id: number; readonly title: string }[]
  /** A new key for each rendering of a form, kept when the form comes back with errors. */
  readonly key: string
  readonly errors: FieldErrors
  /** What was typed: after an error, or from a draft. */
  readonly values: Readonly<Record<string, unknown>>
  readonly draftSavedAt: string | null
  /** Said once after a redirect: a code that the page puts into words. */
  readonly done: string | null
  readonly theme: 'day' | 'night' | null
  /** Notifications that they have not seen; null for a reader who gets none. */
  readonly unseen: number | null
  /** Why this page is opened, for the print's foot: the query's own purpose. */
  readonly purpose: string
}

/**
 * A page: one query, one view. The input is the path's parameters and the query string together. `View` is what the
 * floors above make of it; the roof hands down the function that turns it into HTML.
 */
export interface Page<View> {
  readonly type: 'page'
  readonly path: string
  readonly query: Query
  /** Key of the draft that this page's form keeps, if it has one. */
  draft?(this: void, params: Readonly<Record<string, unknown>>): string
  view(this: void, model: unknown, context: PageContext): View
  /** Where somebody is led who may not open it but has a page of their own in its place; null for nobody else. */
  elsewhere?(this: void, reader: Reader): string | null
}

/** A file that somebody sends, as it comes in. */
export interface IncomingFile {
  /** The last part of its name as the browser gives it; never a path. */
  readonly name: string
  /** Ends with Invalid when there are too many. */
  readonly bytes: AsyncIterable<Uint8Array>
}

/** The one file that a form may carry, besides its answers. */
export interface Upload {
  /** The file's field: in the command's input stands there what `take` gave. */
  readonly field: string
  readonly maxBytes: number
  /** What to do about a larger one. */
  readonly tooLarge: string
  /**
   * Keeps the bytes, for somebody of whom it is known by now that they may run the command. Gives the text that stands for
   * them. `answers` are the fields that came before the file. Throws Invalid or RuleRefused.
   */
  take(this: void, file: IncomingFile, reader: Reader, answers: Readonly<Record<string, unknown>>): Promise<string>
}

/** A form's target: one command, then on to another page; with errors, the page it came from again. */
export interface FormPost<View> {
  readonly type: 'form'
  readonly path: string
  readonly command: Command
  /** The page that shows the form, on the same parameters. */
  readonly page: Page<View>
  readonly upload?: Upload
  draft?(this: void, params: Readonly<Record<string, unknown>>): string
  /** Where to go when it is done. */
  next(this: void, output: unknown, params: Readonly<Record<string, unknown>>): string
  /** What is shown in place of going on, of a command whose output is shown once; `site`: the address of this server. */
  answer?(this: void, output: unknown, context: PageContext, site: string): View
}

/** A file to download. */
export interface DownloadRoute {
  readonly type: 'download'
  readonly path: string
  readonly download: Download
}

export type Route<View> = Page<View> | FormPost<View> | DownloadRoute
