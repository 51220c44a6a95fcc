import type { Assets } from '../assets.ts'
import { Form } from '../forms/form.tsx'
import { FormActions } from '../forms/form-actions.tsx'
import { TextField } from '../forms/text-field.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { ErrorPage } from '../layouts/error-page.tsx'
import type { Theme } from '../layouts/frame.ts'
import { PlainPage } from '../layouts/plain-page.tsx'
import { PublicPage } from '../layouts/public-page.tsx'

interface SampleProps {
  readonly assets: Assets
  readonly theme: Theme
}

export function SignInPage({ assets, theme }: SampleProps) {
  return (
    <PlainPage
      assets={assets}
      theme={theme}
      title="Sign in"
      force="Thames Valley"
      demonstration
      lead="You sign in with your force account. What you open is recorded, with who you are and why."
    >
      <Form action="/sign-in" csrf="sample-token">
        <TextField name="collar" label="Collar number" width={10} autocomplete="username" />
        <FormActions submit="Sign in" />
      </Form>
    </PlainPage>
  )
}

export function SampleErrorPage({ assets, theme }: SampleProps) {
  return (
    <ErrorPage
      assets={assets}
      theme={theme}
      force="Thames Valley"
      title="This page cannot be shown now"
      happened="The database did not answer in time. Nothing that you had saved is lost."
      next={
        <p>
          Wait a minute and <a href="/table">try again</a>. If it goes on, ring the service desk.
        </p>
      }
      requestReference="req-7Q0O-l1I8"
    />
  )
}

export function SamplePublicPage({ assets }: Pick<SampleProps, 'assets'>) {
  return (
    <PublicPage
      assets={assets}
      title="What we did about parking on Kings Road"
      force="Thames Valley Police"
      demonstration
      footerLinks={[
        { text: 'Accessibility', href: '/public' },
        { text: 'Privacy', href: '/public' },
      ]}
    >
      <p class="govuk-body">You told us in March. This is what was done, and whether it held.</p>
      <InsetText>To report a crime, ring 101. In an emergency, ring 999.</InsetText>
    </PublicPage>
  )
}
