export { freshestDay } from './freshest-day.ts'
export { makeDemonstration } from './make-demonstration.ts'
export { sizeOf } from './people/town-plan.ts'
