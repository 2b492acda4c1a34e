import type { CaseloadFact } from "@/db/queries/caseload/caseload";
import { searched } from "@/lib/clients/caseload-search";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type PathToday, pathTodayOf } from "@/lib/protocol/path-today";
import { byAttention, type Reason } from "@/lib/signals/attention";
import { localDate } from "@/lib/time/zone";
import { reasonsOf } from "./attention-reason";
import type { CaseloadView } from "./view";

export type RankedClient = {
  fact: CaseloadFact;
  today: string;
  standing: PathToday | null;
  /** The most pressing one, and the others in their order. */
  reason: Reason;
  others: Reason[];
};

/** Where each client stands today and why they are here, those in the order of need whom the most pressing concerns. */
export function placeClients(
  facts: readonly CaseloadFact[],
  versions: ReadonlyMap<string, ProtocolVersion>,
  now: Date,
): RankedClient[] {
  const todayIn = remembered((zone: string) => localDate(now, zone));
  const undecided = new Map<string, PathToday>();
  const earlier = ({ moves }: CaseloadFact) =>
    moves.flatMap(({ fromVersionId, until }) => {
      const version = versions.get(fromVersionId);
      return version ? [{ version, until }] : [];
    });
  const placed = facts.map((fact): RankedClient => {
    const today = todayIn(fact.zone);
    const version = fact.protocolVersionId ? versions.get(fact.protocolVersionId) : undefined;
    const standing =
      version && fact.startDate ? pathOf(version, fact, fact.startDate, earlier(fact), today, undecided) : null;
    const [reason, ...others] = reasonsOf(fact, standing, today, now);
    return { fact, today, standing, reason, others };
  });
  return placed.sort((a, b) => byAttention(a.reason, b.reason) || byName(a, b));
}

/** Clients of one start day with nothing decided about them stand at the same place: it is worked out once. */
function pathOf(
  version: ProtocolVersion,
  fact: CaseloadFact,
  startDate: string,
  earlierVersions: { version: ProtocolVersion; until: string }[],
  today: string,
  undecided: Map<string, PathToday>,
): PathToday {
  if (fact.decisions.length > 0 || fact.safetyHolds.length > 0 || earlierVersions.length > 0) {
    return pathTodayOf({ ...fact, version, startDate, earlierVersions }, today);
  }
  const key = `${fact.protocolVersionId} ${startDate} ${fact.zone}`;
  const known = undecided.get(key) ?? pathTodayOf({ ...fact, version, startDate }, today);
  undecided.set(key, known);
  return known;
}

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = work(key);
    known.set(key, found);
    return found;
  };
}

/** The rows of a view in their order. Safety stays on top under every sort. */
export function rankClients(
  clients: readonly RankedClient[],
  view: CaseloadView,
): { ranked: RankedClient[]; isNear: boolean } {
  const shown = clients.filter((client) => isShown(client, view));
  const { found, isNear } = searched(shown, view.q, ({ fact }) => fact);
  const ranked = found.toSorted((a, b) => risk(a) - risk(b) || compare(a, b, view.sort) || byName(a, b));
  return { ranked, isNear };
}

const byName = (a: RankedClient, b: RankedClient) => a.fact.name.localeCompare(b.fact.name, "en");

const risk = (client: RankedClient) => (client.reason.level === "risk" ? 0 : 1);

/** Nobody has asked whether letters may go to them. Whoever ended early or is through is not written to any more. */
export function waitsToBeAsked({ fact, standing }: Pick<RankedClient, "fact" | "standing">): boolean {
  const isOver = standing?.status === "ended" || standing?.status === "finished";
  return fact.addressUnasked && !isOver;
}

function isShown({ fact, standing, reason }: RankedClient, { phase, state, whose, flag }: CaseloadView): boolean {
  if (whose !== "all" && fact.therapistId !== whose) return false;
  const status = standing?.status ?? "starting";
  const isAfter = status === "finished" || status === "follow-up" || status === "ended";
  if (state === "current" && isAfter && reason.level !== "risk") return false;
  if (state === "starting" && status !== "starting") return false;
  if (state === "after" && !isAfter) return false;
  if (phase !== "all" && Math.min(3, standing?.path.phase?.number ?? 0) !== Number(phase)) return false;
  if (flag === "needs-you") return reason.level === "risk" || reason.level === "attention";
  if (flag === "review") return reason.level === "review";
  if (flag === "letters") return waitsToBeAsked({ fact, standing });
  return flag !== "starting" || reason.level === "starting";
}

function compare(a: RankedClient, b: RankedClient, sort: CaseloadView["sort"]): number {
  if (sort === "attention") return byAttention(a.reason, b.reason);
  if (sort === "week") return week(b) - week(a);
  if (sort === "activity") return (b.fact.lastActivityAt?.getTime() ?? 0) - (a.fact.lastActivityAt?.getTime() ?? 0);
  if (sort === "due") return (a.fact.nextDueOn ?? "9999").localeCompare(b.fact.nextDueOn ?? "9999");
  return 0;
}

const week = ({ standing }: RankedClient): number =>
  standing && "week" in standing.progress ? standing.progress.week : standing?.progress.state === "finished" ? 99 : 0;
