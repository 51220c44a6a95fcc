import type { Clock } from '#calculations/clocks/clock.ts'

/** A clock in short, as tables have it: `5 WD`, `24 h`, `28 d`, `3 m`, `same day`, `at once`, `no limit`, `before it`. */
export function shortClock(clock: Clock): string {
  switch (clock.kind) {
    case 'working-days':
      return `${clock.days} WD`
    case 'elapsed-hours':
      return `${clock.hours} h`
    case 'calendar-days':
      return clock.days === 0 ? 'same day' : `${clock.days} d`
    case 'calendar-months':
      return `${clock.months} m`
    case 'at-once':
      return 'at once'
    case 'none':
      return 'no limit'
    case 'before-event':
      return 'before it'
    case 'office-hours':
    case 'hours-leaving-out':
    case 'recurring':
      throw new Error(`No rule of victims has a clock of ${clock.kind}`)
  }
}
