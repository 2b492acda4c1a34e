import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { type CaseloadPlace, caseloadPlace } from "@/lib/caseload/place";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type PathToday, pathTodayOf } from "@/lib/protocol/path-today";
import { localDate } from "@/lib/time/zone";
import { type CaseloadFact, getCaseloadFacts, getProtocolVersions } from "./caseload";

export type OldPlace = { fact: CaseloadFact; place: CaseloadPlace };

/** The protocols that these clients follow, or were on before. */
export const versionsOf = (facts: readonly CaseloadFact[]): string[] => [
  ...new Set(
    facts.flatMap(({ protocolVersionId, moves }) => [
      ...(protocolVersionId ? [protocolVersionId] : []),
      ...moves.map(({ fromVersionId }) => fromVersionId),
    ]),
  ),
];

/** Where an enrolment stands today; null without one. */
export function pathOfFact(
  fact: CaseloadFact,
  versions: ReadonlyMap<string, ProtocolVersion>,
  today: string,
): PathToday | null {
  const { startDate, moves } = fact;
  const version = fact.protocolVersionId ? versions.get(fact.protocolVersionId) : undefined;
  if (!version || !startDate) return null;
  const earlierVersions = moves.flatMap(({ fromVersionId, until }) => {
    const earlier = versions.get(fromVersionId);
    return earlier ? [{ version: earlier, until }] : [];
  });
  return pathTodayOf({ ...fact, version, startDate, earlierVersions }, today);
}

/** Where these clients stand now, for this reader, worked out from what there is. */
export async function placesOf(scope: Scope<StaffActor>, ids: readonly string[]): Promise<OldPlace[]> {
  const facts = await getCaseloadFacts(scope, ids);
  const versions = await getProtocolVersions(scope, versionsOf(facts));
  return facts.map((fact) => {
    const today = localDate(scope.now, fact.zone);
    const standing = pathOfFact(fact, versions, today);
    const status = fact.hasAccepted ? (standing?.status ?? "starting") : "invited";
    return { fact, place: caseloadPlace({ ...fact, today, standing, status, startsOn: fact.startDate }) };
  });
}
