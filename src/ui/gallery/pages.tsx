import type { JSX } from 'preact'
import type { StaffFrame } from '../layouts/frame.ts'
import { ComponentsPage } from './components-page.tsx'
import { FormPage } from './form-page.tsx'
import { SampleErrorPage, SamplePublicPage, SignInPage } from './plain-pages.tsx'
import { TablePage } from './table-page.tsx'

/** Sample pages by path. */
export const pages: Readonly<Record<string, (frame: StaffFrame) => JSX.Element>> = {
  '/table': (frame) => <TablePage frame={frame} />,
  '/form': (frame) => <FormPage frame={frame} />,
  '/components': (frame) => <ComponentsPage frame={frame} />,
  '/sign-in': ({ assets, theme }) => <SignInPage assets={assets} theme={theme} />,
  '/error': ({ assets, theme }) => <SampleErrorPage assets={assets} theme={theme} />,
  '/public': ({ assets }) => <SamplePublicPage assets={assets} />,
}

export const galleryPaths = Object.keys(pages)
