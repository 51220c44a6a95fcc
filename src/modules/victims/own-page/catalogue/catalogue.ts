import type { CodeVersion } from '#kernel/victims-code/code-in-force.ts'
import type { CaseEventKind } from '#kernel/victims-code/events.ts'
import type { Helped, OwnWay } from '../rules/own-choices.ts'
import type { PromiseKey } from '../rules/vcp06-promises.ts'

/**
 * Every word that a victim sees on their own page, and of the message that brings the link. One file for each language. What is shown
 * before somebody is known names no police, no crime and nobody.
 */
export interface Catalogue {
  /** As HTML has it: `en-GB`. */
  readonly language: string
  /** Of every page, the door too: whoever looks at the list of open pages learns nothing. */
  readonly title: string
  readonly skip: string
  readonly leave: string
  readonly back: string
  readonly problem: string
  readonly errorPrefix: string
  /** What the officer sends: only the address of the link is put in. */
  readonly message: (address: string) => string
  readonly door: {
    readonly heading: string
    readonly lead: string
    readonly code: string
    readonly hint: string
    readonly submit: string
    readonly refused: string
  }
  readonly over: { readonly heading: string; readonly lead: string; readonly next: string }
  readonly broken: { readonly heading: string; readonly lead: string }
  readonly page: {
    readonly heading: string
    readonly leaveHint: string
    readonly happened: string
    readonly newsWaits: string
    readonly next: string
    readonly nothingNext: string
    readonly by: (day: string) => string
    readonly soon: string
    readonly late: (day: string) => string
    readonly dayInCourt: (when: string) => string
    readonly who: string
    readonly askFor: (unit: string | null) => string
    readonly ring: (phone: string) => string
    readonly danger: string
    readonly rights: string
    readonly rightsOf: Readonly<Record<CodeVersion | 'none', readonly string[]>>
    readonly enhanced: string
    readonly more: string
  }
  readonly events: Readonly<Record<CaseEventKind, string | null>>
  readonly promises: Readonly<Record<PromiseKey, string>>
  readonly wishes: {
    readonly link: string
    readonly heading: string
    readonly lead: string
    readonly way: string
    readonly ways: Readonly<Record<OwnWay, string>>
    readonly times: string
    readonly timesHint: string
    readonly language: string
    readonly languageHint: string
    readonly submit: string
    readonly done: string
    readonly missing: string
    readonly tooLong: string
  }
  readonly helped: {
    readonly link: string
    readonly heading: string
    readonly question: string
    readonly answers: Readonly<Record<Helped, string>>
    readonly words: string
    readonly wordsHint: string
    readonly submit: string
    readonly done: string
    readonly missing: string
    readonly tooLong: string
  }
  readonly messages: {
    readonly link: string
    readonly heading: string
    readonly lead: string
    readonly none: string
    readonly you: string
    readonly us: string
    readonly words: string
    readonly submit: string
    readonly done: string
    readonly missing: string
    readonly tooLong: string
  }
}
