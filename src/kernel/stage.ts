import type { z } from 'zod'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Command } from '#platform/operations/define.ts'
import type { Role } from './access/roles.ts'
import type { RecordKind } from './records/record.ts'

/** When somebody does something: a key of its own, who, and how many days before the last day, at an hour of London's clocks. */
export interface Act {
  readonly key: string
  readonly as: string
  readonly daysBefore: number
  readonly hour?: number
}

/**
 * The demonstration force at work: what a module has its people do, by its own commands, so that nothing in the demonstration
 * is what the product could not have made. Played once; whatever breaks off is played again from the start, and each act is
 * done once, by its key.
 */
export interface Stage {
  /** The last day of the demonstration's data. */
  readonly asOf: CivilDate
  /** Runs a command as a persona. */
  act<I extends z.ZodType, O extends z.ZodType>(
    act: Act,
    command: Command<Role, I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>
  /** Says that what a rule owes on a record was met, in one of the rule’s ways: by the duties’ own command. Nothing is done where nothing is owed. */
  meet(act: Act, owed: { readonly record: string; readonly rule: string; readonly how: string }): Promise<void>
  /** Account ids of personas and of others by the slug of their name, and ids of units by code. */
  account(subject: string): string
  unit(code: string): number
  /** Id of an agency by its name. */
  agency(name: string): number
  /** The records of a kind that stand when it is asked, by title: for a module that works on those of another. */
  records(kind: RecordKind): Promise<ReadonlyMap<string, string>>
  /** Each neighbourhood with somebody of its team who has been there for so many days and is nowhere else. */
  readonly neighbourhoods: readonly PostedThere[]
  /** Each policing area with a leader who has been there for so many days and is nowhere else, and its neighbourhood teams. */
  readonly policingAreas: readonly AreaTeams[]
  /** Ids of organisations of a kind, the first dozen. */
  organisations(kind: string): readonly number[]
  /** Ids of councils, those of the area of the personas first. */
  readonly authorities: readonly number[]
  /** People who called about anti-social behaviour most, the first dozen. */
  readonly callers: readonly Caller[]
  /** Crimes of the last two months where the personas work, each with the one who was harmed; the latest first. */
  readonly crimes: readonly HarmedBy[]
  /** What is owed on a record when it is asked: ids of open duties by their rule. */
  owed(record: string): Promise<ReadonlyMap<string, string>>
}

export interface HarmedBy {
  readonly occurrence: number
  readonly party: number
  readonly isOrganisation: boolean
  /** How many days before the last day it happened. */
  readonly daysBefore: number
}

export interface Caller {
  readonly person: number
  /** Ids of occurrences of the year before, the oldest first. */
  readonly incidents: readonly number[]
}

export interface PostedThere {
  readonly area: number
  readonly name: string
  readonly as: string
  readonly days: number
}

export interface AreaTeams {
  readonly name: string
  readonly as: string
  readonly days: number
  /** Ids of accounts posted to the area’s neighbourhood teams, with no end in sight. */
  readonly people: readonly string[]
}
