import type { Operation } from '#platform/operations/define.ts'
import { addAccount } from './account/add.ts'
import { changeAccount } from './account/change.ts'
import { showAccountForm } from './account/form.ts'
import { markAsLeft } from './account/leave.ts'
import { listPeople } from './account/list.ts'
import { openAccount } from './account/open.ts'
import { reinstate } from './account/reinstate.ts'
import { addAgency } from './agency/add.ts'
import { changeAgency } from './agency/change.ts'
import { endAgency } from './agency/end.ts'
import { listAgencies } from './agency/list.ts'
import { beginAgency, openAgency } from './agency/open.ts'
import { addArea } from './area/add.ts'
import { endArea } from './area/end.ts'
import { beginArea } from './area/form.ts'
import { listAreas } from './area/list.ts'
import { openArea } from './area/open.ts'
import { renameArea } from './area/rename.ts'
import { addMember } from './compartment/add-member.ts'
import { handOver } from './compartment/hand-over.ts'
import { listCompartments } from './compartment/list.ts'
import { makeCompartment } from './compartment/make.ts'
import { beginCompartment, openCompartment } from './compartment/open.ts'
import { removeMember } from './compartment/remove-member.ts'
import { takeOver } from './compartment/take-over.ts'
import { addPosting } from './posting/add.ts'
import { changePosting } from './posting/change.ts'
import { endPosting } from './posting/end.ts'
import { beginPosting, openPosting } from './posting/form.ts'
import { addUnit } from './unit/add.ts'
import { changeUnit } from './unit/change.ts'
import { endUnit } from './unit/end.ts'
import { showUnitForm } from './unit/form.ts'
import { openUnit } from './unit/open.ts'
import { showUnitTree } from './unit/tree.ts'

/** Everything that can be done with agencies, units, people, postings, areas and compartments. */
export const ORGANISATION_OPERATIONS: readonly Operation[] = [
  listAgencies,
  openAgency,
  beginAgency,
  addAgency,
  changeAgency,
  endAgency,
  showUnitTree,
  openUnit,
  showUnitForm,
  addUnit,
  changeUnit,
  endUnit,
  listPeople,
  openAccount,
  showAccountForm,
  addAccount,
  changeAccount,
  markAsLeft,
  reinstate,
  beginPosting,
  openPosting,
  addPosting,
  changePosting,
  endPosting,
  listAreas,
  openArea,
  beginArea,
  addArea,
  renameArea,
  endArea,
  listCompartments,
  openCompartment,
  beginCompartment,
  makeCompartment,
  addMember,
  removeMember,
  handOver,
  takeOver,
]
