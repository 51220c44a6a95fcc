import { partyHref } from '#kernel/parties/hrefs.ts'
import { VICTIMS_CODES } from '#kernel/victims-code/code-in-force.ts'
import { CRIME_FLAGS } from '#kernel/victims-code/facts.ts'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { victimHref } from '../../addresses.ts'
import type { VictimDetail, VictimPageModel } from '../../queries/victim-model.ts'
import { WAYS } from '../../rules/contact-results.ts'
import { reasonWords } from '../../rules/enhanced-choices.ts'

/** What they are called, for this reader. */
export function nameOf({ name, who }: Pick<VictimDetail, 'name' | 'who'>): string {
  return name ?? who?.label ?? 'Somebody whom you may not open'
}

/** Who, where the reader may open them, of which crime, and who else. */
export function Who({ model: { detail, others } }: { readonly model: VictimPageModel }) {
  const { who, standing, occurrence, number } = detail
  return (
    <Definition
      of={[
        ['Who', who === null ? nameOf(detail) : <Link href={partyHref(who.kind, who.id)}>{who.label}</Link>],
        ['As', STANDINGS[standing]],
        ['Crime', <Link href={`/prevent/occurrences/${occurrence}`}>{number ?? `Crime ${occurrence}`}</Link>],
        ['Reported', <Time instant={detail.reportedAt} />],
        [
          'Other victims',
          others.length > 0 && (
            <ul class="govuk-list">
              {others.map(({ id, name }) => (
                <li>
                  <Link href={victimHref(id)}>{name}</Link>
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  )
}

/** Which code governs, whether rights are enhanced, and every reason. */
export function Rights({ model: { detail, suggestions } }: { readonly model: VictimPageModel }) {
  const { code, reasons, enhancedSince, assessedAt, flags } = detail
  return (
    <>
      <p>
        <StateTag state={reasons.length > 0 ? 'slipping' : 'too-few'}>
          {reasons.length > 0 ? 'enhanced rights' : 'standard rights'}
        </StateTag>
      </p>
      <Definition
        of={[
          ['Code', code === null ? 'none that is kept here: reported before it' : VICTIMS_CODES[code].words],
          [
            'Reasons',
            reasons.length > 0 && (
              <ul class="govuk-list govuk-list--bullet">
                {reasons.map((reason) => (
                  <li>{reasonWords(reason)}</li>
                ))}
              </ul>
            ),
          ],
          ['What points to others', suggestions.length > 0 && <Suggestions of={suggestions} />],
          ['Since', enhancedSince !== null && <Time instant={enhancedSince} />],
          ['Assessed', assessedAt === null ? 'not yet' : <Time instant={assessedAt} />],
          ['The crime', flags.length > 0 && flags.map((flag) => CRIME_FLAGS[flag]).join(', ')],
        ]}
      />
    </>
  )
}

const HOW_SURE = { seen: '', unverified: ' (unverified)', default: ' (a reading of this project)' } as const

/** What points to reasons for enhanced rights, each with why: a person decides. */
export function Suggestions({ of }: { readonly of: VictimPageModel['suggestions'] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {of.map(({ words, why, mark }) => (
        <li>
          {words}
          <span class="fp-second">{`${why}${HOW_SURE[mark]}`}</span>
        </li>
      ))}
    </ul>
  )
}

/** How they wish to be reached. */
export function Wishes({ detail }: { readonly detail: VictimDetail }) {
  const { way, times, language, notToTell, updateEvery, updatesDeclinedAt, toldAt } = detail
  return (
    <Definition
      of={[
        ['Way', way === null ? 'not asked yet' : WAYS[way]],
        ['When', times],
        ['Language', language],
        ['Must not know', notToTell],
        ['Updates', updatesDeclinedAt === null ? `every ${updateEvery} days` : 'none wanted'],
        ['Last told', toldAt === null ? 'nothing yet' : <Time instant={toldAt} />],
      ]}
    />
  )
}
