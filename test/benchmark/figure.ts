/** One thing measured, beside its reference of the same run. */
export interface Figure {
  /** Which part it belongs to: "pages". */
  readonly part: string
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it is set against; null where there is nothing to set it against. */
  readonly reference: string | null
  readonly referenceValue: number | null
  /** Ours over the reference's, so that more is better for speeds and less for times; null without a reference. */
  readonly ratio: number | null
  /** What the ratio is to be, in words, and whether it is; null where there is no aim. */
  readonly aim: { readonly words: string; readonly met: boolean } | null
  /** Rows that were in play: in the list, in the table, in the files. */
  readonly rows: number
  /** Whose eyes: the reader's role and the database's. */
  readonly role: string
  /** Size of the database, in bytes; null where there is none. */
  readonly storeBytes: number | null
  /** How it was measured, in a line. */
  readonly note: string
}

export type Plan = Omit<Figure, 'ratio' | 'aim' | 'reference' | 'referenceValue'> & {
  readonly against?: { readonly reference: string; readonly value: number }
  readonly aim?: { readonly words: string; readonly atLeast?: number; readonly atMost?: number }
}

/** Works out ratio and aim. The aim is on the ratio, or on the value where nothing is beside it. */
export function figure({ against, aim, ...plan }: Plan): Figure {
  const ratio = against === undefined ? null : plan.value / against.value
  const judged = ratio ?? plan.value
  return {
    ...plan,
    reference: against?.reference ?? null,
    referenceValue: against?.value ?? null,
    ratio,
    aim:
      aim === undefined
        ? null
        : {
            words: aim.words,
            met: judged >= (aim.atLeast ?? -Infinity) && judged <= (aim.atMost ?? Infinity),
          },
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The value under which that share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** The figures as a table for a person to read. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [
    one.name,
    `${numberOf(one.value)} ${one.unit}`,
    one.referenceValue === null ? '' : `${numberOf(one.referenceValue)} ${one.unit}`,
    one.ratio === null ? '' : one.ratio.toFixed(2),
    one.aim === null ? '' : `${one.aim.words}: ${one.aim.met ? 'met' : 'NOT MET'}`,
    one.rows.toLocaleString('en-GB'),
    one.role,
    one.storeBytes === null ? '' : `${Math.round(one.storeBytes / 1_048_576)} MB`,
    one.reference ?? '',
  ])
  const all = [['figure', 'ours', 'reference', 'ratio', 'aim', 'rows', 'role', 'store', 'the reference is'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function numberOf(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(value >= 10 ? 1 : 2)
}
