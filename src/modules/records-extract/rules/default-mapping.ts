import { keysOf } from '#platform/edge.ts'
import { EXTRACT_KINDS, EXTRACT_KIND_NAMES } from './kinds/all.ts'
import { extractMapping, type ExtractMapping } from './mapping.ts'

/** The name of the mapping that is always there. No other can have it. */
export const DEFAULT_MAPPING_NAME = 'frankpledge'

/**
 * The mapping for files that were made for us: each column is headed by the name of our field, and cells hold our codes. What a
 * force maps its own system by begins as a copy of it. `docs/domain/records-extract.md` has an example of each file.
 */
export const DEFAULT_MAPPING: ExtractMapping = extractMapping.parse({
  name: DEFAULT_MAPPING_NAME,
  kinds: Object.fromEntries(
    EXTRACT_KIND_NAMES.map((kind) => [
      kind,
      { columns: Object.fromEntries(keysOf(EXTRACT_KINDS[kind].fields).map((field) => [field, field])) },
    ]),
  ),
})

/** A mapping and which version of it this is; the one that is always there is version 0. */
export interface KeptMapping {
  readonly version: number
  readonly mapping: ExtractMapping
}

export const DEFAULT_KEPT: KeptMapping = { version: 0, mapping: DEFAULT_MAPPING }
