import "server-only";
import { getCaseloadFacts, getProtocolVersions } from "@/db/queries/caseload/caseload";
import { type CaseloadDetail, getCaseloadDetails } from "@/db/queries/caseload/caseload-details";
import { listDischarged } from "@/db/queries/clients/standing";
import { getSetUpList } from "@/db/queries/identity/set-up-list";
import { atOnce } from "@/lib/at-once";
import { PAGE_ROWS, placeOfPage } from "@/lib/paging";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { placeClients, type RankedClient, rankClients } from "./rank";
import type { CaseloadView } from "./view";

export type CaseloadRow = RankedClient & { detail: CaseloadDetail };

/** Three statements whatever the size of the practice: light facts of all, the protocols in use, the rows of one page. */
export async function loadCaseload(view: CaseloadView) {
  return loadForStaff(async (scope) => {
    const { facts, setUp } = await atOnce({
      facts: getCaseloadFacts(scope, { isSearched: view.q !== "" }),
      setUp: can(scope.actor, "practice.settings") ? getSetUpList(scope) : null,
    });
    const versionIds = [
      ...new Set(
        facts.flatMap(({ protocolVersionId, moves }) => [
          ...(protocolVersionId ? [protocolVersionId] : []),
          ...moves.map(({ fromVersionId }) => fromVersionId),
        ]),
      ),
    ];
    const everyone = placeClients(facts, await getProtocolVersions(scope, versionIds), scope.now);
    const { ranked, isNear } = rankClients(everyone, view);
    const { page, pages, offset } = placeOfPage(ranked.length, view.page);
    const shown = ranked.slice(offset, offset + PAGE_ROWS);
    const details = await getCaseloadDetails(
      scope,
      shown.map(({ fact }) => fact.clientId),
    );
    const rows = shown.flatMap((client): CaseloadRow[] => {
      const detail = details.get(client.fact.clientId);
      return detail ? [{ ...client, detail }] : [];
    });
    const archive = view.state === "archive" ? await listDischarged(scope) : [];
    return { everyone, setUp, archive, rows, isNear, total: ranked.length, page, pages, now: scope.now };
  });
}
