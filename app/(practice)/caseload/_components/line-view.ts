import type { PhaseProgress } from "@/components/charts/phase-bar-geometry";
import type { FlagTone } from "@/components/ui/flag";
import { dimensions } from "@/lib/assessments/dimension";
import { isFull, pointsOf, sidesIn } from "@/lib/assessments/score-set";
import { formatMoment, formatNearDay, formatTime } from "@/lib/format";
import type { PathStatus } from "@/lib/protocol/path";
import type { Reason } from "@/lib/signals/attention";
import { type SignalPlace, signalRow } from "@/lib/signals/kinds";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import type { CaseloadRow } from "../load-caseload";

/** A sentence, and the thing itself that it is about: its place among the client’s pages, and of an assessment which. */
export type Said = { tone: FlagTone; reason: string; detail?: string; place?: SignalPlace; ref?: string };

/** A line in the words and numbers that it draws, and nothing else: this is what a page of sixty sends. */
export type LineView = Said & {
  id: string;
  name: string;
  /** On paper it stands beside the initials, instead of the name. */
  record: number;
  /** Below the name: with whom, and where the partner's name leads. */
  beside: string;
  partner?: { name: string; coupleId?: string };
  /** What else there is, folded behind “+2”. */
  others?: Said[];
  /** What is said there is answered in the inbox. */
  isAnswered?: true;
  groupEnd?: true;
  /** Its phases are left out where they are those of most lines. */
  week?: { state: PhaseProgress["state"]; week?: number; phases?: readonly number[]; words?: string };
  checks: number[];
  usual?: readonly [lower: number, upper: number];
  /** Of each dimension in the fixed order, null where one of the three is missing. Absent before the first assessment. */
  gaps?: ([now: number, wished: number, gap: number] | null)[];
  /** The last seven days, a letter each: practised or not. Absent before the start. */
  days?: string;
  activity?: readonly [when: string, what: string | null];
  due?: readonly [when: string, what: string | null];
  isOverdue?: true;
  /** The next session, by the clock of whoever reads: its day and its hour. */
  session?: readonly [day: string, time: string];
  /** Looked after by somebody else: nothing is done with them and others at once. */
  isLookedAt?: true;
};

/** Who reads, when, and by which clock. */
export type Reader = { now: Date; ownId: string; zone: string; isOwner: boolean };

/** The phases of the first path on the page, which are those of most. */
export const usualPhases = (rows: readonly CaseloadRow[]): readonly number[] =>
  rows.find(({ standing }) => standing)?.standing?.progress.phases ?? [];

type Place = { groupEnd: boolean; phases: readonly number[] };

const tones = {
  risk: "risk",
  attention: "attention",
  review: "review",
  starting: "starting",
  calm: "on-track",
} satisfies Record<CaseloadRow["reason"]["level"], FlagTone>;

const activityWords: Record<string, string> = {
  connection: "Connection check",
  exercise: "Exercise",
  assessment: "Assessment",
  message: "Message",
  accepted: "Agreed to take part",
  safety: "Safety answer",
};

const statusWords: Record<PathStatus, string | null> = {
  starting: null,
  active: null,
  held: "On hold",
  paused: "Paused",
  finished: "Finished",
  "follow-up": "Follow-up",
  ended: "Ended early",
};

export function lineView(
  row: CaseloadRow,
  { now, ownId, zone, isOwner }: Reader,
  { groupEnd, phases }: Place,
): LineView {
  const { fact, detail, reason } = row;
  const { usual } = detail;
  const what = (detail.lastActivity && activityWords[detail.lastActivity]) ?? null;
  return {
    id: fact.clientId,
    name: fact.name,
    record: fact.recordNumber,
    ...withWhom(row, ownId),
    ...said(reason),
    ...(row.others.length > 0 ? { others: row.others.map(said) } : {}),
    ...(reason.signal?.kind === "message" && fact.therapistId === ownId ? { isAnswered: true as const } : {}),
    ...(groupEnd ? { groupEnd } : {}),
    ...weekOf(row, phases),
    checks: detail.checks.map(({ score }) => score),
    ...(usual ? { usual: [fine(usual.lower), fine(usual.upper)] as const } : {}),
    ...gapsOf(row),
    ...daysOf(row),
    ...(fact.lastActivityAt ? { activity: [formatMoment(fact.lastActivityAt, now, fact.zone), what] as const } : {}),
    ...(fact.nextDueOn ? dueOf(fact.nextDueOn, row) : {}),
    ...(fact.nextSessionAt ? { session: sessionOf(fact.nextSessionAt, now, zone) } : {}),
    ...(isOwner || fact.therapistId === ownId ? {} : { isLookedAt: true as const }),
  };
}

const said = ({ level, sentence, detail, signal }: Reason): Said => ({
  tone: tones[level],
  reason: sentence,
  ...(detail ? { detail } : {}),
  ...(signal ? placeOf(signal) : {}),
});

function placeOf({ kind, ref }: NonNullable<Reason["signal"]>): Pick<Said, "place" | "ref"> {
  const place = signalRow(kind).leads;
  return { place, ...(place === "assessments" && ref !== null ? { ref } : {}) };
}

const dueOf = (nextDueOn: string, { detail, today }: CaseloadRow): Pick<LineView, "due" | "isOverdue"> => ({
  due: [formatNearDay(nextDueOn, today), detail.nextDueTitle],
  ...(nextDueOn < today ? { isOverdue: true as const } : {}),
});

const sessionOf = (at: Date, now: Date, zone: string) =>
  [formatNearDay(localDate(at, zone), localDate(now, zone)), formatTime(at, zone)] as const;

/** Finer than anything that is drawn, and eleven digits shorter. */
const fine = (value: number) => Math.round(value * 10_000) / 10_000;

/** Pronouns and partner; the partner's name leads to the couple for who reaches both. */
function withWhom({ fact, detail }: CaseloadRow, ownId: string): Pick<LineView, "beside" | "partner"> {
  const { pronouns, partnerName, coupleId, therapistName } = detail;
  if (fact.therapistId !== ownId) return { beside: `${therapistName}’s client` };
  if (!partnerName) return { beside: pronouns ?? "" };
  return {
    beside: pronouns ? `${pronouns}, with ` : "with ",
    partner: { name: partnerName, ...(coupleId ? { coupleId } : {}) },
  };
}

function gapsOf({ detail }: CaseloadRow): Pick<LineView, "gaps"> {
  const gaps = dimensions.map((dimension): [number, number, number] | null => {
    const points = pointsOf(sidesIn(detail.dimensions, dimension));
    return isFull(points) ? [points.now, points.wished, points.gap] : null;
  });
  return gaps.some((one) => one !== null) ? { gaps } : {};
}

function weekOf({ standing }: CaseloadRow, usual: readonly number[]): Pick<LineView, "week"> {
  if (!standing) return {};
  const { status } = standing;
  const { phases, ...progress } = standing.progress;
  const isUsual = phases.length === usual.length && phases.every((phase, i) => phase === usual[i]);
  const words = statusWords[status];
  return { week: { ...progress, ...(isUsual ? {} : { phases }), ...(words ? { words } : {}) } };
}

function daysOf({ detail, today, standing }: CaseloadRow): Pick<LineView, "days"> {
  if (!standing || standing.status === "starting") return {};
  const practised = new Set(detail.practice.filter(({ outcome }) => outcome !== "skipped").map(({ date }) => date));
  return { days: [6, 5, 4, 3, 2, 1, 0].map((ago) => (practised.has(addDays(today, -ago)) ? "x" : "-")).join("") };
}
