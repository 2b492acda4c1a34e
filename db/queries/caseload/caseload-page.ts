import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { caseloadRow as row } from "@/db/schema/caseload";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type CaseloadMark, type CaseloadPlace, comparePlaces, isAfterMark, markOf } from "@/lib/caseload/place";
import { type CaseloadView, isInView } from "@/lib/caseload/view";
import { PAGE_ROWS } from "@/lib/paging";
import { authorize } from "@/lib/policy";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type CaseloadFact, getCaseloadFacts, getProtocolVersions } from "./caseload";
import {
  type Counted,
  countAll,
  countKept,
  type Flag,
  MOST_COUNTED,
  mayChangeAny,
  therapistsWithClients,
} from "./caseload-counts";
import { type CaseloadDetail, getCaseloadDetails } from "./caseload-details";
import { alike, foundIn, searchableOf } from "./caseload-search";
import { type From, keptPlaces, oldRows } from "./kept-rows";
import { type OldPlace, placesOf, versionsOf } from "./old-places";

type Listed = CaseloadPlace & { clientId: string };

export type CaseloadPage = {
  /** In their order. */
  facts: CaseloadFact[];
  details: Map<string, CaseloadDetail>;
  versions: ReadonlyMap<string, ProtocolVersion>;
  previous: CaseloadMark | null;
  next: CaseloadMark | null;
  /** Nobody is called what was searched for: these come near. */
  isNear: boolean;
  counts: Record<Flag, Counted>;
  /** Everybody within reach, counted as they are. */
  everybody: number;
  therapists: { id: string; name: string }[];
  mayChange: boolean;
};

/**
 * One page of the caseload, in three statements whatever the size of the practice: sixty rows by index, then what these sixty
 * say. Those whose day has changed since their row was kept are worked out here and set among the others.
 */
export async function getCaseloadPage(scope: Scope<StaffActor>, view: CaseloadView, from: From): Promise<CaseloadPage> {
  authorize(scope.actor, "clients.read");
  await recordAudit(scope, "caseload.read", {});
  const most = PAGE_ROWS + 1;
  const isSearched = view.q !== "";
  const { known, markName, people, kept, ...rest } = await atOnce({
    known: oldRows(scope),
    markName: from ? nameKeyOf(scope, from.mark.clientId) : "",
    people: isSearched ? alike(scope, view) : [],
    kept: isSearched ? [] : keptPlaces(scope, view, { from, only: null, most }),
    ...countsOf(scope),
  });
  const old = await placesOf(scope, known);
  const shown = old.filter(({ place, fact }) => isInView(place, fact.therapistId, view));
  const { found, isNear } = isSearched
    ? await foundIn(scope, view, {
        kept: people,
        old: await searchableOf(
          scope,
          shown.map(({ fact }) => fact.clientId),
        ),
      })
    : { found: null, isNear: false };
  const only = found && new Set(found.map(({ clientId }) => clientId));
  const rows = only ? await keptPlaces(scope, view, { from, only: [...only], most }) : kept;
  const all: Listed[] = [
    ...rows,
    ...shown
      .map(({ place, fact }) => ({ ...place, clientId: fact.clientId }))
      .filter((one) => {
        if (only && !only.has(one.clientId)) return false;
        return !from || isAfterMark(one, from.mark, markName, view.sort) === (from.way === "after");
      }),
  ].sort((a, b) => comparePlaces(a, b, view.sort));
  const page = from?.way === "before" ? all.slice(-PAGE_ROWS) : all.slice(0, PAGE_ROWS);
  const hasMore = all.length > PAGE_ROWS;
  const mark = (place: Listed | undefined, isThere: boolean) => (place && isThere ? markOf(place, view.sort) : null);
  return {
    ...(await linesOf(scope, page, old)),
    previous: mark(page[0], from?.way === "before" ? hasMore : from !== null),
    next: mark(page.at(-1), from?.way === "before" || hasMore),
    isNear,
    ...countedWith(old, rest),
  };
}

/** What the lines of a page say; of those that were worked out it is known. */
async function linesOf(scope: Scope<StaffActor>, page: readonly Listed[], old: readonly OldPlace[]) {
  const known = new Map(old.map(({ fact }) => [fact.clientId, fact]));
  const ids = page.map(({ clientId }) => clientId);
  const { read, details } = await atOnce({
    read: getCaseloadFacts(
      scope,
      ids.filter((id) => !known.has(id)),
    ),
    details: getCaseloadDetails(scope, ids),
  });
  for (const fact of read) known.set(fact.clientId, fact);
  const facts = ids.flatMap((id) => known.get(id) ?? []);
  return { facts, details, versions: await getProtocolVersions(scope, versionsOf(facts)) };
}

const countsOf = (scope: Scope<StaffActor>) => ({
  everybody: countAll(scope),
  "needs-you": countKept(scope, "needs-you"),
  review: countKept(scope, "review"),
  starting: countKept(scope, "starting"),
  letters: countKept(scope, "letters"),
  therapists: therapistsWithClients(scope),
  mayChange: mayChangeAny(scope),
});

type Rest = CaseloadPage["counts"] & Pick<CaseloadPage, "therapists" | "mayChange" | "everybody">;

function countedWith(old: readonly OldPlace[], { therapists, mayChange, everybody, ...counts }: Rest) {
  const withOld = (flag: Flag): Counted => {
    const view = { phase: "all", state: "all", whose: "all", flag } as const;
    const more = old.filter(({ place, fact }) => isInView(place, fact.therapistId, view));
    if (more.length === 0) return counts[flag];
    const first = [
      ...counts[flag].first,
      ...more.map(({ place: { tier, rank, nameKey }, fact: { name, clientId } }) => ({
        ...{ name, clientId, tier, rank, nameKey },
      })),
    ];
    const inOrder = first.sort((a, b) => a.tier - b.tier || a.rank - b.rank || (a.nameKey < b.nameKey ? -1 : 1));
    return { count: Math.min(counts[flag].count + more.length, MOST_COUNTED + 1), first: inOrder.slice(0, 3) };
  };
  return {
    counts: {
      "needs-you": withOld("needs-you"),
      review: withOld("review"),
      starting: withOld("starting"),
      letters: withOld("letters"),
    },
    everybody: Math.min(everybody + old.length, MOST_COUNTED + 1),
    therapists,
    mayChange,
  };
}

async function nameKeyOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<string> {
  const rows = await tx
    .select({ nameKey: row.nameKey })
    .from(row)
    .where(and(eq(row.practiceId, actor.practiceId), eq(row.clientId, clientId), sql`not ${row.isBoth}`));
  return rows[0]?.nameKey ?? "";
}
