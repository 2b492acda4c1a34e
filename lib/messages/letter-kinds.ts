import type { LocalDate } from "@/lib/time/local-date";

/** What a letter can be about, and what staff who may read the client see of it. The letter itself says less. */
const subjects = {
  "address-link": "Their new address",
  "address-told": "Their new address",
  again: "A letter sent again",
  "asked-again": "A reminder",
  assessment: "Something to answer",
  assigned: "Something to answer",
  check: "Safety questions",
  "check-hour": "A reminder",
  "check-words": "Something that waits",
  "client-answers": "Something that waits",
  "client-message": "Something that waits",
  "client-reflection": "Something that waits",
  "consent-withdrawn": "Something that waits",
  credentials: "Their sign-in",
  due: "A reminder",
  "emergency-access": "Something that waits",
  "erasure-asked": "Something that waits",
  event: "Something that waits",
  "event-step": "Something that waits",
  "exercise-hour": "A reminder",
  "factor-reset": "Their sign-in",
  goodbye: "A goodbye",
  "handed-over": "Something that waits",
  invitation: "The invitation",
  message: "A message",
  "move-asked": "Something that waits",
  "new-therapist": "Who they work with",
  overdue: "A reminder",
  "password-link": "Their sign-in",
  "record-read": "Something that waits",
  report: "A document",
  "research-ended": "Something that waits",
  "safety-decision": "Something that waits",
  "session-tomorrow": "A reminder",
  "sign-in-link": "Their sign-in",
  "stand-in": "Something that waits",
  start: "Their weeks begin",
  week: "The week’s letter",
} as const;

export type LetterKind = keyof typeof subjects;
export const letterKinds = Object.keys(subjects) as [LetterKind, ...LetterKind[]];

/** One letter for each of these and each person, however often it is asked for. */
export type LetterAbout = { kind: LetterKind; id: string; on?: LocalDate };

export const letterSubject = (kind: LetterKind): string => subjects[kind];

/** At an hour that the client chose. Late they say nothing any more: see lib/messages/own-reminders.ts. */
export const hourKinds = ["check-hour", "exercise-hour"] as const satisfies LetterKind[];

export const isHourKind = (kind: LetterKind): boolean => hourKinds.some((one) => one === kind);

/**
 * Letters with a link of their own, which works once. None is sent once its link is over.
 */
export const linkKinds = [
  "address-link",
  "invitation",
  "password-link",
  "sign-in-link",
] as const satisfies LetterKind[];

export type LinkKind = (typeof linkKinds)[number];

export const isLinkKind = (kind: LetterKind): kind is LinkKind => linkKinds.some((one) => one === kind);

/** What is a client's own business and no list's of staff: how they get in, and the reminders that they asked for. */
export const ownBusiness = [
  ...(["address-link", "address-told", "password-link", "sign-in-link"] as const),
  ...hourKinds,
] satisfies LetterKind[];
