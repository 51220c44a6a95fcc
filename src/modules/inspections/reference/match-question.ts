import type { Framework, HeadingWords, Question } from './framework.ts'

/**
 * The question that a heading asks, in whichever words of its year; undefined when it asks none of this framework's, or
 * two equally. Of those whose words are all there, the one with most words: "investigating crime and managing
 * offenders" is 2015's second. Time: the length of the heading.
 */
export function matchQuestion(framework: Framework, title: string): Question | undefined {
  const words = headingWords(title)
  const [best, next] = framework.questions
    .filter(({ heading }) => holds(words, heading))
    .sort((a, b) => b.heading.length - a.heading.length)
  return best?.heading.length === next?.heading.length ? undefined : best
}

/** Whether one of every group begins some word. */
export function holds(words: readonly string[], heading: HeadingWords): boolean {
  return heading.every((group) => words.some((word) => group.some((beginning) => word.startsWith(beginning))))
}

/** The words of a heading, folded: "The Constabulary’s anti–social" gives `the`, `force's`, `anti-social`. */
export function headingWords(title: string): readonly string[] {
  return title
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .replaceAll(/police service|constabulary/g, 'force')
    .split(/[^a-z'-]+/)
    .filter((word) => word !== '')
}

/** Longer than any heading. */
const LONGEST = 500
