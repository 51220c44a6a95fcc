import type { RuleCode } from '../victim-rule.ts'

/** When a line is said only to some. */
export type SayWhen = 'enhanced' | 'bereaved' | 'ask-first' | 'say-sent' | 'child'
export type Line = string | readonly [when: SayWhen, words: string]

/** What must be said, in the order of telling, for whoever makes the contact; in our words. Empty: it is no matter of telling. */
export const SAYINGS: Readonly<Record<RuleCode, readonly Line[]>> = {
  VC01: [
    'That we have their report, and its number',
    'What kind of crime it is, and when and where it was',
    'How to reach us about it',
  ],
  VC02: [],
  VC03: ['What happens after a report, step by step', 'What they may expect, and from whom', 'Where to read it again'],
  VC04: [
    'That we ask how this has touched them, so that we can help',
    'What would make it easier to talk with us, or to give evidence',
    'How, when and in which language they want to hear from us',
    'Whether anybody must not know that we call',
  ],
  VC05: [],
  VC06: [
    'That there is free help, also without going to court, and what it does',
    ['ask-first', 'Ask whether their details may be sent, and write down the answer'],
    ['say-sent', 'That their details are sent there, and that they may say no'],
  ],
  VC07: [
    'What was done since they last heard',
    'What is done next, and what we wait for',
    'If nothing is new: that nothing is, and that they are not forgotten',
    'Whether they still want to hear as often',
  ],
  VC08: [
    'That it is not investigated further',
    'Why: what was looked at, and what would be needed',
    'What would make us look again',
    'Where they can get help all the same',
  ],
  VC09: ['That somebody was arrested, when, and for what', 'What happens now', 'Not to get in touch with the suspect'],
  VC10: ['That somebody was interviewed under caution', 'What happens now, and how long it may take'],
  VC11: [
    'That the suspect was released without charge, and when',
    'Why',
    'Whether it goes on',
    'What to do if the suspect comes near, and that 999 is for danger',
  ],
  VC12: [
    'That the suspect is on police bail, and until when',
    'Which conditions there are, and which of them protect them',
    'Whom to tell if one is broken',
  ],
  VC13: [
    'What changed about the bail, and when',
    'Why',
    'Which conditions still protect them, or that none do',
    'Whom to tell if they are afraid',
  ],
  VC14: [
    'That the suspect was released under investigation, and what that means: no date and no conditions',
    'That it goes on',
    'What to do if the suspect comes near',
  ],
  VC15: [
    'What the suspect was charged with, or what was decided out of court',
    'Why that, in plain words',
    'If charged: whether the suspect is in custody or on bail, and with which conditions',
    'Whether and when there is a hearing, and who tells them of it',
  ],
  VC16: [
    'That nobody is prosecuted, and who decided it',
    'Why: too little evidence, or not in the public interest, and what that means here',
    'How to hear more about the reasons',
    'Whether they can ask for a review, how, and until when',
    'Where they can get help all the same',
  ],
  VC17: [
    'Which charge was dropped or altered, and by whom',
    'Why',
    'What is still charged',
    'How to ask the prosecutors for a review',
  ],
  VC18: [],
  VC19: [
    'That they asked for a review, and when we had it',
    'Who looks at it, and that this is somebody who had no part',
    'By when they hear',
  ],
  VC20: [
    'What the review found',
    'Why',
    'What happens now, or that it stays as it was',
    'What else they can do if they do not agree',
  ],
  VC21: ['Day, time and place of the first hearing', 'Whether they need to come', 'What happens at it'],
  VC22: ['Day, time and place of the hearing', 'What changed, if another was put off', 'Whether they need to come'],
  VC23: [
    'What the court decided on bail',
    'Which conditions there are, and which of them protect them',
    'Why',
    'Whom to tell if one is broken',
  ],
  VC24: ['That the suspect did not come to court', 'That a warrant was issued', 'What to do if they see the suspect'],
  VC25: ['That the suspect was arrested on the warrant', 'What the court decided', 'Which conditions there are'],
  VC26: [
    'That they must give evidence, and in which trial',
    'Day, time and place, as far as they are known',
    'What helps them to do it: a visit to the court, screens, a link',
    'That expenses are paid',
  ],
  VC27: [
    'That somebody pleaded not guilty, so there is a trial',
    'Ask again what they need, for the trial',
    'That they can see the court before',
    'Which special measures were asked for, and what the court decided',
    ['child', 'What is done so that a child need not be in the court room'],
  ],
  VC28: [
    'What the verdict or the sentence is',
    'What it means in practice: how long, and where',
    'Any order that protects them or that pays them',
    'Whom to ask about it',
  ],
  VC29: [
    'That there is an appeal, against what, or what came of it',
    'Day, time and place, if there is a hearing',
    'What help there is',
  ],
  VC30: [
    'That they may say in their own words how the crime has touched them',
    'That it is their choice, and that they can do it later',
    'That the court and the accused may hear or read it',
    ['enhanced', 'That they may make one without any other statement'],
    ['child', 'That a parent, guardian or helper may make it with or for them'],
  ],
  VC31: [
    'Whether they want it read aloud in court',
    'Who should read it: they themselves, somebody else, the prosecutor',
    'That they can add to it before the sentence',
  ],
  VC32: [
    'That the business may say how the crime has harmed it',
    'Who may make the statement for it',
    'That the court and the accused may hear or read it',
  ],
  VC33: [
    'What restorative justice is: asking the offender to hear and answer, if both want it',
    'That it is their choice, and they can stop at any time',
    'Whom to ask about it',
  ],
  VC34: [
    'That a court can order the offender to pay, and what we need to know for that',
    'That there is a scheme for injuries by violent crime, and that it has time limits of its own',
    'To keep receipts and notes of what it cost',
  ],
  VC35: ['That their claim was paid, or when it will be'],
  VC36: ['Which of their property is no longer needed', 'How and when they have it back'],
  VC37: [
    'What the scheme tells those who join it: what the offender does, and when a release is near',
    'That they can ask for conditions on release',
    'That it is their choice, and they can join later',
  ],
  VC38: [
    'That the case is closed, with nobody charged',
    'Why: what was done and what was not found',
    'Whether and when it is looked at again, and what would open it',
    'Where they can get help all the same',
  ],
  VC39: [
    'That we have their complaint, or our answer to each part of it',
    'Who deals with it, and by when',
    'Where they can take it next',
  ],
  VC40: [
    'That we know something changed for them',
    'That we can look again at what they need',
    'Ask what would help now',
  ],
  VC41: [
    'Who the family liaison officer is, and how to reach them',
    'What the officer does, and that they investigate too',
    ['bereaved', 'That they have enhanced rights as a close relative'],
  ],
  VC42: [
    'That the sentence can be looked at as too low, if somebody asks',
    'That it must be asked for within 28 days of the sentence, and whom to ask',
  ],
  VC43: [
    'That the offender is at large, and since when',
    'What we do to protect them',
    'What they can do now, and that 999 is for danger',
  ],
  VC44: ['What was done so far', 'What is done next', 'Who deals with it'],
}
