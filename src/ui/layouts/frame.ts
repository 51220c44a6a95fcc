import type { Assets } from '../assets.ts'
import type { IconName } from '../blocks/icon.tsx'
import type { InstantLike } from '../words/dates.ts'

/** The markings this system holds; anything higher is held elsewhere. */
export type Marking = 'OFFICIAL' | 'OFFICIAL-SENSITIVE'

/** "device" follows the machine's own setting. */
export type Theme = 'day' | 'night' | 'device'

export interface NavigationItem {
  /** What `StaffPage` names as the section one is in. */
  readonly id: string
  readonly text: string
  readonly href: string
  readonly icon: IconName
}

/** Addresses that the frame itself links or posts to. */
export const framePaths = {
  home: '/',
  /** GET, `q`. */
  search: '/search',
  /** What the reader was told of. */
  notifications: '/work/notifications',
  /** GET, server-sent events: how many of it they have not seen. */
  notificationStream: '/notifications/stream',
  /** Another person takes over this screen. */
  switchPerson: '/switch',
  /** In which of several postings to work; `back` brings them back. */
  postings: '/postings',
  /** POST, `_csrf`. */
  lock: '/lock',
  /** POST, `_csrf`. */
  signOut: '/sign-out',
  /** POST, `_csrf` and `theme` or `shortcuts`; sets the cookies of those names and goes back. */
  preferences: '/preferences',
} as const

/** What is the same on every page of one request, made once from who asks and where. */
export interface StaffFrame {
  readonly assets: Assets
  /** The force's name as people say it: "Thames Valley". */
  readonly force: string
  readonly reader: {
    readonly name: string
    /** In which post: "Reading neighbourhoods". */
    readonly post: string
    /** The address where they choose another of their posts; left out: there is only one. */
    readonly changePost?: string | undefined
  }
  readonly csrf: string
  /** Only the sections that the reader has: My work first, Effectiveness last. */
  readonly sections: readonly NavigationItem[]
  /** The lower group: Administration, Assurance. */
  readonly lowerSections?: readonly NavigationItem[] | undefined
  /** Notifications not yet seen; left out: no place for them. */
  readonly unseen?: number | undefined
  readonly search: boolean
  readonly demonstration: boolean
  /** From the cookie `theme`. */
  readonly theme: Theme
  /** Whether the key / goes to the search; from the cookie `shortcuts`. */
  readonly shortcuts: boolean
  /** What a print of the page says of itself, beside the reader's name. */
  readonly printed: { readonly at: InstantLike; readonly reason: string }
}
