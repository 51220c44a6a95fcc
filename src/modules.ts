import { dutyRules } from '#kernel/duties/registry.ts'
import type { Module } from '#kernel/module.ts'
import { placeLocationsJob } from '#kernel/locations/place-job.ts'
import { measuresOf } from '#kernel/measures/registry.ts'
import { draftTitles } from '#kernel/web/draft-titles.ts'
import { administrationModule, documentsModule } from '#modules/administration/index.ts'
import { antisocialBehaviourModule } from '#modules/antisocial-behaviour/index.ts'
import { assuranceModule } from '#modules/assurance/index.ts'
import { backgroundWorkModule } from '#modules/background-work/index.ts'
import { communities } from '#modules/communities/index.ts'
import { crimeLevels, crimeLevelsJobs, crimeLevelsMeasures } from '#modules/crime-levels/index.ts'
import { bankHolidaysModule, dutiesModule } from '#modules/duties/index.ts'
import { measuresModule } from '#modules/measures/index.ts'
import { identitiesModule } from '#modules/identities/index.ts'
import { findingDutyRules, inspections } from '#modules/inspections/index.ts'
import { myWorkModule } from '#modules/my-work/index.ts'
import { partiesModule } from '#modules/parties/index.ts'
import { problemSolvingModule } from '#modules/problem-solving/index.ts'
import { recordsModule } from '#modules/records/index.ts'
import { searchModule } from '#modules/search/index.ts'
import { sharingModule } from '#modules/sharing/index.ts'
import { tacticsModule } from '#modules/tactics/index.ts'
import { trainingModule } from '#modules/training/index.ts'
import { victimsModule } from '#modules/victims/index.ts'
import { recordsExtract, recordsExtractJobs } from '#modules/records-extract/index.ts'
import { effectiveness } from '#reporting/effectiveness/index.ts'
import type { FileStore } from '#platform/files/file-store.ts'

/** The modules that need nothing of the installation, nor of the others' measures and rules. */
const plain: readonly Module[] = [
  administrationModule,
  bankHolidaysModule,
  backgroundWorkModule,
  assuranceModule,
  recordsModule,
  identitiesModule,
  searchModule,
  partiesModule,
  problemSolvingModule,
  tacticsModule,
  communities([problemSolvingModule, victimsModule]),
  antisocialBehaviourModule,
  victimsModule,
  trainingModule,
  // After those whose records are shared: its people work on them in the demonstration.
  sharingModule,
]

/** By what something is owed by a time, of every module: unique by code and day, or nothing starts. */
export const rules = dutyRules([...plain.flatMap((module) => module.dutyRules ?? []), ...findingDutyRules])
const duties = dutiesModule(rules)

/** Every measure, known before any file store is, since a job computes them. Its codes are unique, or nothing starts. */
export const measures = measuresOf([
  ...[duties, ...plain].flatMap((module) => module.measures ?? []),
  ...crimeLevelsMeasures,
])

/** The modules that need nothing of the installation. */
const standing = [duties, ...plain, inspections(measures), measuresModule(measures)]

/** Every module of the product, in the order in which they stand in the navigation. The only list of them. */
export function modulesOf(files: FileStore): readonly Module[] {
  const others = [
    effectiveness(measures),
    ...standing,
    crimeLevels(files),
    recordsExtract(files),
    documentsModule(files),
  ]
  return [myWorkModule(draftTitles(others.flatMap((module) => module.routes))), ...others]
}

/** Jobs and what follows from events: known before any file store is, since migrations make their queues. */
export const jobs = [
  ...standing.flatMap((module) => module.jobs),
  ...crimeLevelsJobs,
  ...recordsExtractJobs,
  placeLocationsJob,
]
export const subscriptions = standing.flatMap((module) => module.subscriptions)
