import type { Module } from '#kernel/module.ts'
import { addLink, endLink } from './commands/links.ts'
import { addMarker, endMarker, reviewMarker } from './commands/markers.ts'
import { entryOperations, entryRoutes } from './entry/index.ts'
import { actRoutes } from './pages/acts.tsx'
import { partyPages } from './pages/pages.tsx'
import { linkForm, markerForm, partyForm } from './queries/forms.ts'
import { openAddress, openOrganisation, openPerson, openPhone, openVehicle } from './queries/open-party.ts'

/** The pages of people, organisations, addresses, vehicles and phones: the whole picture, at the reader's clearance. */
export const partiesModule: Module = {
  name: 'parties',
  operations: [
    openPerson,
    openOrganisation,
    openAddress,
    openVehicle,
    openPhone,
    partyForm,
    markerForm,
    linkForm,
    addMarker,
    endMarker,
    reviewMarker,
    addLink,
    endLink,
    ...entryOperations,
  ],
  routes: [...entryRoutes, ...partyPages, ...actRoutes],
  navigation: [],
  jobs: [],
  subscriptions: [],
}
