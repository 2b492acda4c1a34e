import "server-only";
import { getCaseloadFacts, getProtocolVersions } from "@/db/queries/caseload/caseload";
import type { CaseloadDetail } from "@/db/queries/caseload/caseload-details";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { listLooks } from "@/db/queries/caseload/looks";
import { versionsOf } from "@/db/queries/caseload/old-places";
import { listDischarged } from "@/db/queries/clients/standing";
import { getSetUpList } from "@/db/queries/identity/set-up-list";
import { atOnce } from "@/lib/at-once";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { type PlacedClient, placeClient } from "./placed";
import type { AskedView } from "./view";

export type CaseloadRow = PlacedClient & { detail: CaseloadDetail };

export async function loadCaseload({ from, ...view }: AskedView) {
  return loadForStaff(async (scope) => {
    const { read, setUp, looks } = await atOnce({
      read: getCaseloadPage(scope, view, from),
      looks: listLooks(scope),
      setUp: can(scope.actor, "practice.settings") ? getSetUpList(scope) : null,
    });
    const { facts, details, versions, ...page } = read;
    const rows = facts.flatMap((fact): CaseloadRow[] => {
      const detail = details.get(fact.clientId);
      return detail ? [{ ...placeClient(fact, versions, scope.now), detail }] : [];
    });
    const archive = view.state === "archive" ? await listDischarged(scope) : [];
    return { ...page, setUp, looks, archive, rows, now: scope.now };
  });
}

/** Everybody within reach by record number, for the hour in which somebody is in the room. */
export async function loadByNumber() {
  const { data } = await loadForStaff(async (scope) => {
    const facts = await getCaseloadFacts(scope);
    const versions = await getProtocolVersions(scope, versionsOf(facts));
    return facts.map((fact) => placeClient(fact, versions, scope.now));
  });
  return data.toSorted((a, b) => a.fact.recordNumber - b.fact.recordNumber);
}
