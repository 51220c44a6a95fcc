/** Who brings in what the records system has; the policies of the tables name the same. */
export const EXTRACTORS = { staff: ['analyst', 'administrator'] } as const
export const PURPOSE = 'records extract'
