/**
 * SQL of FROM: each month `m` from $1 before $2 with the duties `d` whose clock stood still at its end, or at $3 where that is
 * earlier. `m.first` is the first of the month by London's clocks. What was replaced is not among them.
 */
export const STOOD_STILL = `generate_series($1::timestamptz AT TIME ZONE 'Europe/London',
      ($2::timestamptz AT TIME ZONE 'Europe/London') - interval '1 month', interval '1 month') AS m (first)
    JOIN (SELECT duty_id, starts_at, ends_at FROM duty_pause WHERE ends_at IS NOT NULL
      -- A clock that stands still goes over to what took the duty's place.
      UNION ALL SELECT id, paused_at, 'infinity' FROM duty WHERE paused_at IS NOT NULL) AS p
      ON p.starts_at <= least((m.first + interval '1 month') AT TIME ZONE 'Europe/London', $3::timestamptz)
      AND p.ends_at >= least((m.first + interval '1 month') AT TIME ZONE 'Europe/London', $3::timestamptz)
    JOIN duty d ON d.id = p.duty_id AND d.superseded_at IS NULL AND m.first AT TIME ZONE 'Europe/London' <= $3::timestamptz`
