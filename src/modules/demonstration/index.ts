export { freshestDay } from './freshest-day.ts'
export { type DemonstrationOptions, type DemonstrationReport, makeDemonstration } from './make-demonstration.ts'
export { type Persona, PERSONAS } from './organisation/personas.ts'
