import type { LetterKind } from "./letter-kinds";
import type { LetterGroup } from "./letter-timing";
import type { WeekCounts } from "./week-letter";

/** What a letter carries that opens a page once, for how many minutes, and in whose name it invites. */
export type LetterLink = { readonly token: string; readonly minutes: number; readonly inviter: string };

export type LetterFor = {
  kind: LetterKind;
  link: LetterLink | null;
  /** About somebody's safety. */
  urgent: boolean;
  /** To whoever stands in from outside: all that is told. */
  recordNumber: number | null;
  /** Staff read which practice writes; clients do not. */
  isToStaff: boolean;
  practice: string;
  /** Of letters that can wait: all that this one stands for. */
  standsFor: readonly LetterGroup[];
  /** Of the week’s letter: how much waits. */
  week: WeekCounts | null;
  /** Of urgent ones: after how many minutes the next person is asked. */
  minutes: number;
};

/** Where a letter leads: the front page, the very thing for who may read it, and where such letters are stopped. */
export type LetterPlaces = { home: string; thing: string; stop: string | null };

export type LetterWords = {
  subject: string;
  /** Above the link, one paragraph each. */
  lines: readonly string[];
  link: { label: string; address: string } | null;
  /** Below it. */
  foot: readonly string[];
};
