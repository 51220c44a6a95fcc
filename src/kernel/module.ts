import type { Job, Subscription } from '#platform/jobs/define.ts'
import type { AccessRule, Operation } from '#platform/operations/define.ts'
import type { Role } from './access/roles.ts'
import type { PatchReader } from './areas/on-patch.ts'
import type { DutyRule } from './duties/rule.ts'
import type { Measure } from './measures/define.ts'
import type { Stage } from './stage.ts'
import type { Section, StaffRoute } from './web/view.ts'

/** A place in the side navigation, shown to those who may open it. */
export interface NavigationItem {
  readonly section: Section
  readonly text: string
  readonly href: string
  readonly access: AccessRule<Role>
}

/** What a module hands to the roof: everything that it adds to the product. */
export interface Module {
  readonly name: string
  readonly operations: readonly Operation[]
  readonly routes: readonly StaffRoute[]
  readonly navigation: readonly NavigationItem[]
  readonly jobs: readonly Job[]
  readonly subscriptions: readonly Subscription[]
  /** Has the people of the demonstration do this module's work, in the order in which modules are listed. */
  readonly play?: (stage: Stage) => Promise<void>
  /** Figures that it defines and computes, each with a public code of its own. */
  readonly measures?: readonly Measure[]
  /** By which something is owed by a time; the roof puts those of all modules together. */
  readonly dutyRules?: readonly DutyRule[]
  /** What it knows of a patch: each is a card of “my patch this shift”. */
  readonly onPatch?: readonly PatchReader[]
}
