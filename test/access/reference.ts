import type { Reader } from '#platform/access/reader.ts'
import {
  DOCUMENT_VISIBILITY,
  EVIDENCE_VISIBILITY,
  OCCURRENCE_VISIBILITY,
  PARTY_VISIBILITY,
  RECORD_VISIBILITY,
  sees,
  type DocumentGuards,
  type EvidenceGuards,
  type OccurrenceGuards,
  type PartyGuards,
  type RecordGuards,
} from '#kernel/access/visibility.ts'

/**
 * Who may do what, in plain TypeScript: what the database's policies are held against. Reading is the very table that
 * "why can I see this" takes its words from.
 */
export const reference = {
  readDocument: (reader: Reader, row: DocumentGuards): boolean =>
    reader.principal === 'service' ? row.compartment === null : sees(DOCUMENT_VISIBILITY, reader, row),

  /** Anybody of the force, under their own name, and never beyond what they could read by marking and compartment. */
  addDocument: (reader: Reader, row: DocumentGuards): boolean =>
    reader.principal === 'service'
      ? row.compartment === null
      : reader.principal === 'staff' && row.addedBy === reader.account && mayHold(reader, row),

  /** Who added it and the records custodian, where they see it. Nothing else of it ever changes. */
  withdrawDocument: (reader: Reader, row: DocumentGuards): boolean =>
    reader.principal === 'staff' &&
    reference.readDocument(reader, row) &&
    (row.addedBy === reader.account || reader.roles.includes('records-custodian')),

  readOccurrence: (reader: Reader, row: OccurrenceGuards): boolean =>
    reader.principal === 'service' ? row.compartment === null : sees(OCCURRENCE_VISIBILITY, reader, row),

  readRecord: (reader: Reader, row: RecordGuards): boolean =>
    reader.principal === 'service' ? row.compartment === null : sees(RECORD_VISIBILITY, reader, row),

  readEvidence: (reader: Reader, row: EvidenceGuards): boolean =>
    reader.principal === 'service'
      ? row.compartment === null && (row.record === null || row.record.compartment === null)
      : sees(EVIDENCE_VISIBILITY, reader, row),

  /** Whoever sees it, into what they could hold: any area, any owner, no marking above their clearance, no list they are not on. */
  handOnRecord: (reader: Reader, row: RecordGuards, to: RecordGuards): boolean =>
    reference.readRecord(reader, row) &&
    (reader.principal === 'service' ? to.compartment === null : mayHold(reader, to)),

  readParty: (reader: Reader, row: PartyGuards): boolean =>
    reader.principal === 'service' ? row.compartment === null : sees(PARTY_VISIBILITY, reader, row),

  /** A link or a role has the guards of what it comes from, and is read like a record. */
  readPartyLink: (reader: Reader, row: RecordGuards): boolean => reference.readRecord(reader, row),

  /** A name: by whoever sees the party, and never open to more people than the party is. */
  addToParty: (reader: Reader, party: PartyGuards, to: PartyGuards): boolean =>
    reader.principal === 'service'
      ? to.compartment === null
      : reader.principal === 'staff' &&
        reference.readParty(reader, party) &&
        mayHold(reader, to) &&
        (party.marking === 'OFFICIAL' || to.marking === 'OFFICIAL-SENSITIVE') &&
        (party.compartment === null || party.compartment === to.compartment),

  readPosting: (reader: Reader): boolean => reader.principal === 'staff' || reader.principal === 'service',

  /** Never one's own. */
  writePosting: (reader: Reader, account: string): boolean =>
    reader.principal === 'staff' && reader.roles.includes('administrator') && reader.account !== account,
}

function mayHold(reader: Reader, row: OccurrenceGuards): boolean {
  const marking = row.marking === 'OFFICIAL' || reader.clearance === 'OFFICIAL-SENSITIVE'
  return marking && (row.compartment === null || reader.compartments.includes(row.compartment))
}
