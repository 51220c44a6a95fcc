import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Grade } from '../reference/framework.ts'
import { isStanding } from './ins08-standing.ts'
import { findBlock, isDoubtfulBlock, type Block } from './ins09-blocks.ts'
import { causesAlone, leadsToRecommendations, recommendationsAhead } from './ins11-causes.ts'
import { findDue } from './ins12-due.ts'
import { findGradeLine } from './ins07-grade.ts'
import type { ReadFinding, Standing, Warning } from './model.ts'
import { closeBlock, isWithin, openBlock, unclosed, type OpenBlock, type UndatedFinding } from './open-block.ts'
import type { Paragraph, PartRead } from './part.ts'
import type { Piece } from './pieces.ts'
import { readGrade, type GradeLine } from './read-grade.ts'

/** What the report says elsewhere that the reading of a part needs. */
export interface Around {
  readonly published: CivilDate | null
  readonly grades: readonly Grade[]
}

/** Reads what stands under one heading (INS07 to INS12). Every piece goes to the narrative, a finding or a warning. */
export function readPart(pieces: readonly Piece[], around: Around): PartRead {
  const reader = new PartReader()
  const ahead = recommendationsAhead(pieces)
  pieces.forEach((piece, index) => reader.read(piece, ahead[index] ?? false))
  return reader.done(around)
}

class PartReader {
  private readonly narrative: Paragraph[] = []
  private readonly findings: UndatedFinding[] = []
  private readonly warnings: Warning[] = []
  private readonly grades: GradeLine[] = []
  private block: OpenBlock | null = null
  private standing: Standing | null = null
  private cause: number | null = null
  private afiBlocks = 0
  /** A sentence of the narrative that ends in a colon and waits for its list; `open` while its bullets come. */
  private list: { readonly line: number; open: boolean } | null = null

  /** `recommended`: recommendations come below before any other list. */
  read(piece: Piece, recommended: boolean): void {
    if (piece.kind === 'grade') this.readGradeLine(piece)
    else if (piece.kind === 'block') this.readBlock(piece)
    else if (piece.kind === 'bullet') this.readBullet(piece)
    else this.readText(piece, recommended)
  }

  done({ published, grades }: Around): PartRead {
    this.close()
    const dated = this.findings.map((finding) => dateFinding(finding, published))
    const graded = readGrade(this.grades, this.narrative, grades)
    const doubts = dated.flatMap(({ doubt }) => doubt)
    const warnings = [...this.warnings, ...doubts, ...causesAlone(this.findings), ...graded.warnings]
    const findings = dated.map(({ finding }) => finding)
    return { ...graded, narrative: this.narrative, findings, standing: this.standing, warnings }
  }

  private readGradeLine(piece: Piece): void {
    this.close()
    const grade = findGradeLine(piece.text)
    const late = this.narrative.length + this.findings.length > 0
    if (grade !== undefined) this.grades.push({ grade, line: piece.line, late })
  }

  private readBlock(piece: Piece): void {
    const found = findBlock(piece.text)
    if (found === undefined) return
    this.open(found, piece)
    if (found.inline === null) return
    const inline = { ...piece, text: found.inline }
    if (found.lists === 'practice') this.tell(inline)
    else this.add(found.lists, inline)
  }

  private open({ lists, urgent }: Block, { line }: Piece): void {
    this.close()
    this.block = openBlock(lists, line, urgent)
    if (lists !== 'recommendation') this.cause = null
    if (lists !== 'afi') return
    this.afiBlocks += 1
    if (this.afiBlocks === 2) {
      this.warn('INS09', line, 'Areas for improvement are listed more than once under one question.', {
        advice: 'Check that no heading between them was left behind.',
      })
    }
  }

  private readBullet(piece: Piece): void {
    const { block } = this
    if (block !== null && block.lists !== 'practice' && block.lists !== 'doubtful') return this.addBullet(block, piece)
    if (block === null && this.list !== null) this.list.open = true
    const stray = block?.lists === 'doubtful' || (block === null && this.list === null)
    if (block === null && stray && this.narrative.at(-1)?.stray !== true) {
      this.warn('INS10', piece.line, 'A list stands under no heading that says what it is. It was read as narrative.', {
        advice: 'Say of each item whether it is a finding.',
      })
    }
    this.tell({ ...piece, text: `- ${piece.text}` }, stray)
  }

  private addBullet(block: OpenBlock, piece: Piece): void {
    const last = block.findings.at(-1)
    const above = last === undefined ? undefined : this.findings[last]
    if (isWithin(block, above?.text, piece)) {
      block.nested = true
      this.lengthen(last, `- ${piece.text}`)
      return
    }
    if (block.lists === 'cause-of-concern' && block.firstBullet === null && this.isOfCause(block, last, piece)) return
    block.nested = false
    block.firstBullet ??= piece
    block.leadInUsed = block.leadIn !== null
    const recommends = block.lists === 'recommendation' || (block.lists === 'cause-of-concern' && block.leadIn !== null)
    this.add(recommends ? 'recommendation' : block.lists === 'afi' ? 'afi' : 'cause-of-concern', piece)
  }

  /** The first bullets under a cause told in a paragraph: part of it after a colon, else its recommendations. */
  private isOfCause(block: OpenBlock, last: number | undefined, piece: Piece): boolean {
    const above = this.findings[last ?? -1]
    if (above === undefined || block.leadIn !== null) return false
    if (block.nested || (above.text.endsWith(':') && !leadsToRecommendations(above.text))) {
      block.nested = true
      return this.lengthen(last, `- ${piece.text}`)
    }
    block.leadIn = { ...piece, line: above.line, text: above.text }
    if (above.text.endsWith(':')) return false
    const text = 'A list stands under a cause of concern; its items were read as recommendations.'
    this.warn('INS11', piece.line, text, { advice: 'Check that they are.' })
    return false
  }

  private readText(piece: Piece, recommended: boolean): void {
    if (this.isStray(piece)) return
    const { block } = this
    if (isDoubtfulBlock(piece.text)) return this.openDoubtful(piece)
    if (block !== null && this.readInBlock(block, piece, recommended)) return
    if (block !== null && block.lists !== 'practice') this.close()
    if (this.list !== null) this.closeList()
    if (this.standing === null && this.narrative.length < 3 && isStanding(piece.text)) {
      this.standing = { text: piece.text, line: piece.line }
    }
    this.tell(piece)
    if (piece.text.endsWith(':')) this.list = { line: piece.line, open: false }
  }

  /** A paragraph in a list of findings: whether it belongs to the list. */
  private readInBlock(block: OpenBlock, piece: Piece, recommended: boolean): boolean {
    const { lists, findings } = block
    if (lists === 'practice' || lists === 'doubtful') return false
    const isCause = lists === 'cause-of-concern'
    if (findings.length === 0 && isCause) return this.add(lists, piece)
    if (
      piece.text.endsWith(':') &&
      (findings.length === 0 || (lists !== 'afi' && leadsToRecommendations(piece.text)))
    ) {
      if (block.leadIn !== null && !block.leadInUsed) this.warnings.push(...unclosed(block.leadIn))
      block.leadIn = piece
      block.leadInUsed = false
      return true
    }
    if (isCause && block.leadIn === null && recommended) return this.lengthen(findings.at(-1), piece.text)
    const isMore = block.firstBullet === null && !isCause && SAYS_SHOULD.test(piece.text)
    if (isCause || (findings.length > 0 && !isMore)) return false
    this.warn('INS09', piece.line, 'A finding stands as a paragraph and not as a bullet.', {
      advice: 'Check where it ends: what follows was read as narrative.',
    })
    return this.add(lists, piece)
  }

  private lengthen(index: number | undefined, text: string): boolean {
    const above = this.findings[index ?? -1]
    if (index === undefined || above === undefined) return false
    this.findings[index] = { ...above, text: `${above.text}\n${text}` }
    return true
  }

  private openDoubtful(piece: Piece): void {
    this.close()
    this.tell(piece)
    this.block = openBlock('doubtful', piece.line)
    this.warn(
      'INS09',
      piece.line,
      `“${piece.text}” is not quite a heading of findings. Its list was read as narrative.`,
      {
        advice: 'Say of each item whether it is a finding of this report.',
      },
    )
  }

  /** "Kent Police is" alone is a label that a page leaves behind. */
  private isStray({ text, line }: Piece): boolean {
    if (text.length > 60 || !/^[A-Z].* is:?$/.test(text)) return false
    this.warn('INS03', line, `“${text}” says nothing by itself and was left out.`, {
      advice: 'Nothing, if a grade follows.',
    })
    return true
  }

  private add(kind: ReadFinding['kind'], piece: Piece): true {
    const leadIn = this.block?.leadIn?.text ?? null
    const parent = kind === 'recommendation' ? this.cause : null
    const { text, line } = piece
    const urgent = this.block?.urgent ?? false
    this.findings.push({ kind, text, leadIn, parent, urgent, line })
    if (kind === 'cause-of-concern') this.cause = this.findings.length - 1
    this.block?.findings.push(this.findings.length - 1)
    return true
  }

  private tell({ text, line }: Piece, stray = false): void {
    this.narrative.push({ text, line, stray })
  }

  private close(): void {
    if (this.block !== null) this.warnings.push(...closeBlock(this.block, this.findings))
    this.block = null
    if (this.list !== null) this.closeList()
  }

  private closeList(): void {
    if (this.list?.open === false) this.warnings.push(...unclosed(this.list))
    this.list = null
  }

  private warn(rule: Warning['rule'], line: number, text: string, { advice }: { readonly advice: string }): void {
    this.warnings.push({ rule, line, text, advice })
  }
}

/** With its date by INS12: its own, else that of the sentence that leads into its list. */
function dateFinding(finding: UndatedFinding, published: CivilDate | null): { finding: ReadFinding; doubt: Warning[] } {
  const { text, leadIn, line } = finding
  const due = findDue(text, published) ?? (leadIn === null ? null : findDue(leadIn, published, true))
  const advice = 'Set the date by which it is to be met, or leave it without.'
  const doubt: Warning[] =
    due === null || due.problem === null ? [] : [{ rule: 'INS12', line, text: due.problem, advice }]
  return { finding: { ...finding, due: due?.date ?? null, dueWords: due?.words ?? null }, doubt }
}

const SAYS_SHOULD =
  /^(?:The (?:force|constabulary)|(?:[A-Z][\w&-]* ){1,4}(?:Police|Constabulary)) (?:should|must|needs? to)\b/
