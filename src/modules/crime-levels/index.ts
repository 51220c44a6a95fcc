export { importBoundariesCommand, importPopulationCommand, importStreetCommand } from './imports/command-line.ts'
