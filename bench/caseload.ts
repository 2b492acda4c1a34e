import { performance } from "node:perf_hooks";
import { placeClients, rankClients } from "@/app/(practice)/caseload/rank";
import { readView } from "@/app/(practice)/caseload/view";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { getCaseloadFacts, getProtocolVersions } from "@/db/queries/caseload/caseload";
import { getCaseloadDetails } from "@/db/queries/caseload/caseload-details";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { testNow } from "@/db/testing/mint";
import { scratchArea } from "@/db/testing/scratch-area";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import { openDatabase } from "@/runtime/embedded-postgres";

/** Milliseconds per load, on a practice of 1,000 clients with twelve checks and fifteen sittings each. Compare only within one run. */
const rounds = 40;

const area = scratchArea();
const embedded = await area.start(true);
await openDatabase(embedded, "bench");
await migrate({ ownerUrl: embedded.roleUrl("owner", "bench") });
holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
const pool = connect({ url: embedded.roleUrl("app", "bench"), max: 4, onIdleError: () => undefined });
const practice = await mintThousandClients(pool);
const { owner } = practice;
// As autovacuum does within a minute of such a change; without it the planner thinks that the practice is empty.
const superuser = connect({ url: embedded.superuserUrl("bench"), max: 1, onIdleError: () => undefined });
await superuser.query("analyze");
await superuser.end();

const caseload = () =>
  withScope(pool, owner, testNow, async (scope) => {
    const facts = await getCaseloadFacts(scope);
    const versionIds = [...new Set(facts.flatMap((fact) => fact.protocolVersionId ?? []))];
    const everyone = placeClients(facts, await getProtocolVersions(scope, versionIds), scope.now);
    const shown = rankClients(everyone, readView({})).ranked.slice(0, 60);
    await getCaseloadDetails(
      scope,
      shown.map(({ fact }) => fact.clientId),
    );
    return facts;
  });
const [someone] = await caseload();

async function time(name: string, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < 5; i += 1) await work();
  const taken: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(share * (rounds - 1))] ?? 0).toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

await time("An empty transaction in scope", () => withScope(pool, owner, testNow, async () => null));
await time("Caseload of 1,000 clients placed and ranked, 60 rows", caseload);
await time("A client's overview, with its audit row", () =>
  withScope(pool, owner, testNow, (scope) => getClientOverview(scope, someone?.clientId ?? "")),
);
await pool.end();
await area.remove();
