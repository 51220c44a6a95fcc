// GOV.UK Frontend and MoJ Frontend ship no types; these are the parts of theirs that the islands touch.
declare module 'govuk-frontend' {
  /** Starts one component on every element of the page that asks for it; logs and goes on where it cannot. */
  export function createAll(component: unknown): unknown[]
  export const Button: unknown
  export const Checkboxes: unknown
  export const ErrorSummary: unknown
  export const FileUpload: unknown
  export const NotificationBanner: unknown
  export const Radios: unknown
  export const SkipLink: unknown
  export const Tabs: unknown
}

declare module '@ministryofjustice/frontend' {
  export const Alert: unknown
  export const ButtonMenu: unknown
  export const SortableTable: unknown
}
