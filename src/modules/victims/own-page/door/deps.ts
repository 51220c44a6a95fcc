import type { Store } from '#platform/db/transaction.ts'
import type { Assets } from '#ui/assets.ts'

/** What victims’ own pages need from the roof. */
export interface OwnPageDeps {
  readonly store: Store
  readonly assets: Assets
  /** Cookies are for TLS only. */
  readonly secure: boolean
  /** Where “Leave this page” leads: somewhere that anybody could have been looking at. */
  readonly exitAddress: string
  /** Codes a minute from one address; 10 unless said. */
  readonly codesPerMinute?: number
}
