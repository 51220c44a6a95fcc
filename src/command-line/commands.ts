import { backupCommand, restoreCommand } from './archive.ts'
import { auditExportHeadsCommand, auditVerifyCommand } from './audit.ts'
import type { CliCommand } from './command.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { importExtract } from './import-extract.ts'
import { importInspection, importTracker } from './import-inspections.ts'
import { importBoundaries, importPopulation, importStreet } from './import.ts'
import { measureList, measureShow } from './measure.ts'
import { migrateCommand } from './migrate.ts'
import { relinkCommand } from './relink.ts'
import { serveCommand } from './serve.ts'
import { setupCommand } from './setup.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly CliCommand[] = [
  serveCommand,
  migrateCommand,
  setupCommand,
  demoCommand,
  importStreet,
  importExtract,
  importBoundaries,
  importPopulation,
  importInspection,
  importTracker,
  relinkCommand,
  measureList,
  measureShow,
  auditVerifyCommand,
  auditExportHeadsCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
]
