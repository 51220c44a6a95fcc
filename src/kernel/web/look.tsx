import { permits } from '#platform/access/decide.ts'
import type { Reader } from '#platform/access/reader.ts'
import { keysOf } from '#platform/edge.ts'
import type { Look } from '#platform/http/pages.ts'
import type { Problem } from '#platform/http/errors.ts'
import type { PageContext } from '#platform/http/routes.ts'
import type { Assets } from '#ui/assets.ts'
import type { IconName } from '#ui/blocks/icon.tsx'
import { renderPage } from '#ui/layouts/document.tsx'
import { ErrorPage } from '#ui/layouts/error-page.tsx'
import { framePaths, type NavigationItem as FrameItem, type StaffFrame } from '#ui/layouts/frame.ts'
import { StaffPage } from '#ui/layouts/staff-page.tsx'
import { SubNavigation } from '#ui/moj/sub-navigation.tsx'
import type { AccessRule } from '#platform/operations/define.ts'
import type { Role } from '../access/roles.ts'
import type { NavigationItem } from '../module.ts'
import { SECTIONS, type Section, type View } from './view.ts'

/** What the frame around every page needs to know of the installation. */
export interface Site {
  readonly assets: Assets
  readonly force: string
  readonly demonstration: boolean
  readonly navigation: readonly NavigationItem[]
}

const ICONS = {
  work: 'house',
  prevent: 'map-pin',
  investigate: 'file-search',
  protect: 'shield',
  'organised-crime': 'network',
  readiness: 'siren',
  effectiveness: 'scale',
  assurance: 'shield-check',
  administration: 'settings',
} as const satisfies Record<Section, IconName>

/** Whoever may search has the box for it in the head of every page. */
const SEARCHES: AccessRule<Role> = { staff: 'any' }

const LOWER: readonly Section[] = ['assurance', 'administration']

/** How this product looks: the frame around each page, and its error pages. */
export function makeLook(site: Site): Look<View> {
  return {
    page: (view, context) => renderPage(staffPage(site, view, context)),
    error: (problem, context) => renderPage(errorPage(site, problem, context)),
  }
}

function staffPage(site: Site, view: View, context: PageContext) {
  const open = openItems(site.navigation, context.reader)
  const here = open.filter((item) => item.section === view.section)
  return (
    <StaffPage
      frame={frameOf(site, open, context)}
      title={view.title}
      marking={view.marking ?? 'OFFICIAL'}
      section={view.section}
      back={view.back}
      freshness={view.lead}
      warning={view.warning}
      actions={view.actions}
      notice={view.notice}
      errors={Object.keys(context.errors).length > 0 ? context.errors : undefined}
      values={context.values}
      scripts={view.islands?.map((name) => `${name}.js`)}
    >
      {here.length > 1 && (
        <SubNavigation label={SECTIONS[view.section]} items={here.map((item) => subItem(item, here, context.url))} />
      )}
      {view.body}
    </StaffPage>
  )
}

/** The item whose address begins the page's, the longest where several do, is where one is. */
function subItem(item: NavigationItem, items: readonly NavigationItem[], url: string) {
  const path = url.split('?')[0] ?? ''
  const matching = items.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  const longest = matching.toSorted((a, b) => b.href.length - a.href.length)[0]
  return { text: item.text, href: item.href, active: item === longest }
}

function frameOf(site: Site, open: readonly NavigationItem[], context: PageContext): StaffFrame {
  const sections = keysOf(SECTIONS).flatMap((section): (FrameItem & { readonly section: Section })[] => {
    const first = open.find((item) => item.section === section)
    return first === undefined
      ? []
      : [{ section, id: section, text: SECTIONS[section], href: first.href, icon: ICONS[section] }]
  })
  return {
    assets: site.assets,
    force: site.force,
    reader: {
      name: context.reader.name,
      post: context.reader.postingTitle ?? '',
      ...(context.postings.length > 1 && {
        changePost: `${framePaths.postings}?back=${encodeURIComponent(context.url)}`,
      }),
    },
    csrf: context.csrf,
    sections: sections.filter((item) => !LOWER.includes(item.section)),
    lowerSections: sections.filter((item) => LOWER.includes(item.section)),
    search: permits(SEARCHES, context.reader.principal, context.reader.roles),
    ...(context.unseen !== null && { unseen: context.unseen }),
    demonstration: site.demonstration,
    theme: context.theme ?? 'device',
    shortcuts: true,
    printed: { at: context.now.toISOString(), reason: context.purpose },
  }
}

function openItems(items: readonly NavigationItem[], reader: Reader): NavigationItem[] {
  return items.filter((item) => permits(item.access, reader.principal, reader.roles))
}

const NEXT_STEPS: Readonly<Record<number, string>> = {
  400: 'Go back and check what was entered.',
  403: 'If your work needs it, the posting that you work in must include it. If you have several, change your posting from the menu with your name.',
  404: 'Check the address or reference. If you expected to see something here, ask the person who sent it to you.',
  409: 'Go back, look at how it stands now, and repeat your change.',
  413: 'Send a smaller file, or several.',
  422: 'Go back and change what the rule names.',
  429: 'Wait a minute, then try again.',
  503: 'Wait a moment and load the page again. What you typed in a form was kept as a draft.',
}

function errorPage(site: Site, problem: Problem, context: Pick<PageContext, 'theme'>) {
  return (
    <ErrorPage
      assets={site.assets}
      title={problem.title}
      happened={problem.detail}
      next={
        <>
          <p>{NEXT_STEPS[problem.status] ?? 'Load the page again. If it happens again, tell the service desk.'}</p>
          <p>
            <a class="govuk-link" href="/">
              Go to My work
            </a>
          </p>
        </>
      }
      requestReference={problem.requestId}
      force={site.force}
      demonstration={site.demonstration}
      theme={context.theme ?? 'device'}
    />
  )
}
