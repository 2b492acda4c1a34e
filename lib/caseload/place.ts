import { plainly } from "@/lib/clients/name-search";
import type { PathStatus } from "@/lib/protocol/path";
import type { PathToday } from "@/lib/protocol/path-today";
import { foremost } from "@/lib/signals/attention";
import type { AttentionLevel } from "@/lib/signals/kinds";
import type { KeptSignal } from "@/lib/signals/settle";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";

/** Before, within or after the weeks: what the caseload is filtered by. */
export const stages = ["starting", "during", "after"] as const;

export const caseloadSorts = ["attention", "name", "week", "activity", "due", "session"] as const;
export type CaseloadSort = (typeof caseloadSorts)[number];

/**
 * Where a client stands on the caseload: by what the rows are ordered, counted and filtered, and nothing that is read on
 * them. All that is in it holds until the next look at the signals. Of two keys the lower comes first.
 */
export type CaseloadPlace = {
  /** 0 where safety is the reason: those stay on top of every order. */
  tier: number;
  level: AttentionLevel;
  rank: number;
  nameKey: string;
  stage: (typeof stages)[number];
  /** 1 to 3, 0 outside of the weeks. */
  phase: number;
  weekKey: number;
  activityKey: number;
  dueKey: number;
  sessionKey: number;
  /** Nobody has asked whether letters may go to them. Who ended early or is through is not written to any more. */
  lettersUnasked: boolean;
};

export type PlacedFrom = {
  name: string;
  signals: readonly KeptSignal[];
  today: LocalDate;
  status: PathStatus | "invited";
  startsOn: LocalDate | null;
  waits: boolean;
  standing: PathToday | null;
  lastActivityAt: Date | null;
  nextDueOn: LocalDate | null;
  nextSessionAt: Date | null;
  addressUnasked: boolean;
};

/** Later than any day on which something is due. */
const NEVER_DUE = 9_999_999;
/** Later than any session. */
export const NO_SESSION = 999_999_999_999_999;
const AFTER_THE_LAST_WEEK = 99;

export function caseloadPlace(from: PlacedFrom): CaseloadPlace {
  const { name, signals, standing, lastActivityAt, nextDueOn, nextSessionAt, addressUnasked } = from;
  const { level, rank } = foremost(signals, from);
  // Whoever accompanies has no weeks that could begin.
  const status = standing?.status ?? "active";
  const isOver = status === "ended" || status === "finished";
  return {
    ...{ tier: level === "risk" ? 0 : 1, level, rank, nameKey: plainly(name) },
    stage: isOver || status === "follow-up" ? "after" : status === "starting" ? "starting" : "during",
    phase: Math.min(3, standing?.path.phase?.number ?? 0),
    weekKey: 0 - weekOf(standing),
    activityKey: 0 - (lastActivityAt?.getTime() ?? 0),
    dueKey: nextDueOn ? daysBetween("2000-01-01", nextDueOn) : NEVER_DUE,
    sessionKey: nextSessionAt?.getTime() ?? NO_SESSION,
    lettersUnasked: addressUnasked && !isOver,
  };
}

const weekOf = (standing: PathToday | null): number =>
  standing && "week" in standing.progress
    ? standing.progress.week
    : standing?.progress.state === "finished"
      ? AFTER_THE_LAST_WEEK
      : 0;

type Placed = CaseloadPlace & { clientId: string };

/** What an order goes by within a tier, before the name. */
const keyOf = {
  attention: ({ rank }) => rank,
  name: () => 0,
  week: ({ weekKey }) => weekKey,
  activity: ({ activityKey }) => activityKey,
  due: ({ dueKey }) => dueKey,
  session: ({ sessionKey }) => sessionKey,
} satisfies Record<CaseloadSort, (place: CaseloadPlace) => number>;

/** A row of an order, from which a page goes on. The name is not in it: it stands in an address. */
export type CaseloadMark = { tier: number; key: number; clientId: string };

export const markOf = (place: Placed, sort: CaseloadSort): CaseloadMark => ({
  ...{ tier: place.tier, key: keyOf[sort](place), clientId: place.clientId },
});

/** Orders places as the indexes of their rows do: tier, key, name, client. */
export function comparePlaces(a: Placed, b: Placed, sort: CaseloadSort): number {
  const key = keyOf[sort];
  return a.tier - b.tier || key(a) - key(b) || inOrder(a.nameKey, b.nameKey) || inOrder(a.clientId, b.clientId);
}

/** Whether a place comes after a mark, whose client is called `markName`. */
export function isAfterMark(place: Placed, mark: CaseloadMark, markName: string, sort: CaseloadSort): boolean {
  return (
    (place.tier - mark.tier ||
      keyOf[sort](place) - mark.key ||
      inOrder(place.nameKey, markName) ||
      inOrder(place.clientId, mark.clientId)) > 0
  );
}

/** By bytes, as the collation "C" of the column orders: UTF-8 keeps the order of code points. */
function inOrder(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const by = (one[i]?.codePointAt(0) ?? 0) - (other[i]?.codePointAt(0) ?? 0);
    if (by !== 0) return by;
  }
  return one.length - other.length;
}
