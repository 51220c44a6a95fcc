import { documentsIn } from '#kernel/documents/documents.ts'
import { DOCUMENT_SETTINGS, type DocumentSettings } from '#kernel/documents/file-types.ts'
import { listDocuments } from '#kernel/documents/list.ts'
import { beginDocument, openDocument } from '#kernel/documents/open.ts'
import { withdrawDocument } from '#kernel/documents/withdraw.ts'
import type { Module } from '#kernel/module.ts'
import { ORGANISATION_OPERATIONS } from '#kernel/organisation/operations.ts'
import { downloadAt } from '#kernel/web/view.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { overview } from './overview.ts'
import { administrationPage } from './pages/administration.tsx'
import { agencyRoutes } from './pages/agencies/agency-forms.tsx'
import { agenciesPage } from './pages/agencies/agencies.tsx'
import { areaRoutes } from './pages/areas/area-forms.tsx'
import { areaPage } from './pages/areas/area.tsx'
import { areasPage } from './pages/areas/areas.tsx'
import { compartmentRoutes } from './pages/compartments/compartment-forms.tsx'
import { compartmentPage } from './pages/compartments/compartment.tsx'
import { compartmentsPage } from './pages/compartments/compartments.tsx'
import { documentPage, withdrawForm, withdrawPage } from './pages/documents/document.tsx'
import { documentsPage } from './pages/documents/documents.tsx'
import { newDocument } from './pages/documents/new-document.tsx'
import { PLACES } from './pages/parts/place.ts'
import { peoplePage } from './pages/people/people.tsx'
import { personPage } from './pages/people/person.tsx'
import { leaverRoutes } from './pages/people/leaver-forms.tsx'
import { personRoutes } from './pages/people/person-forms.tsx'
import { postingRoutes } from './pages/people/posting-forms.tsx'
import { unitRoutes } from './pages/units/unit-forms.tsx'
import { unitPage } from './pages/units/unit.tsx'
import { unitsPage } from './pages/units/units.tsx'

export { type ImportReport, importOrganisation, setup, SetupRefused } from './setup/setup.ts'

const everybody = { staff: 'any' } as const
const administrators = { staff: ['administrator'] } as const
const custodians = { staff: ['administrator', 'records-custodian'] } as const

/** Who works where: looked up by everybody, kept by administrators. */
export const administrationModule: Module = {
  name: 'administration',
  operations: [...ORGANISATION_OPERATIONS, overview],
  routes: [
    administrationPage,
    agenciesPage,
    compartmentsPage,
    compartmentPage,
    ...PLACES.flatMap((place) => [
      unitsPage(place),
      unitPage(place),
      peoplePage(place),
      personPage(place),
      areasPage(place),
      areaPage(place),
    ]),
    ...agencyRoutes,
    ...unitRoutes,
    ...personRoutes,
    ...leaverRoutes,
    ...postingRoutes,
    ...areaRoutes,
    ...compartmentRoutes,
  ],
  navigation: [
    { section: 'work', text: 'Colleagues', href: '/colleagues', access: everybody },
    { section: 'work', text: 'Units', href: '/units', access: everybody },
    { section: 'work', text: 'Areas', href: '/areas', access: everybody },
    { section: 'administration', text: 'Overview', href: '/administration', access: custodians },
    { section: 'administration', text: 'Agencies', href: '/administration/agencies', access: administrators },
    { section: 'administration', text: 'Units', href: '/administration/units', access: administrators },
    { section: 'administration', text: 'People', href: '/administration/people', access: administrators },
    { section: 'administration', text: 'Areas', href: '/administration/areas', access: administrators },
    {
      section: 'administration',
      text: 'Compartments',
      href: '/administration/compartments',
      access: { staff: ['records-custodian'] },
    },
  ],
  jobs: [],
  subscriptions: [],
}

/** Documents of the whole force. Made at the roof, which knows where files lie. */
export function documentsModule(files: FileStore, settings: DocumentSettings = DOCUMENT_SETTINGS): Module {
  const documents = documentsIn(files, settings)
  return {
    name: 'documents',
    operations: [
      listDocuments,
      openDocument,
      beginDocument,
      withdrawDocument,
      documents.addDocument,
      documents.openDocumentFile,
    ],
    routes: [
      documentsPage,
      documentPage,
      withdrawPage,
      withdrawForm,
      ...newDocument(documents),
      downloadAt('/documents/:id/file', documents.openDocumentFile),
    ],
    navigation: [{ section: 'work', text: 'Documents', href: '/documents', access: everybody }],
    jobs: [],
    subscriptions: [],
  }
}
