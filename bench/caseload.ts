import { performance } from "node:perf_hooks";
import { monthAgo } from "@/bench/beside-floor";
import { mintCrowd } from "@/bench/crowd";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { getClientOverview } from "@/db/queries/clients/client-overview";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { scratchArea } from "@/db/testing/scratch-area";
import type { StaffActor } from "@/lib/actor";
import { caseloadView } from "@/lib/caseload/view";
import { openDatabase } from "@/runtime/embedded-postgres";

/** Milliseconds per load, on practices of a hundred, a thousand and ten thousand clients. Compare only within one run. */
const rounds = 40;

const area = scratchArea();
const embedded = await area.start(true);
await openDatabase(embedded, "bench");
await migrate({ ownerUrl: embedded.roleUrl("owner", "bench") });
holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
const pool = connect({ url: embedded.roleUrl("app", "bench"), max: 4, onIdleError: () => undefined });
// As autovacuum does within a minute of such a change; without it the planner thinks that a practice is empty.
const superuser = connect({ url: embedded.superuserUrl("bench"), max: 2, onIdleError: () => undefined });

const view = caseloadView.parse({});
const now = new Date();
const caseload = (owner: StaffActor) => withScope(pool, owner, now, (scope) => getCaseloadPage(scope, view, null));

async function time(name: string, work: () => Promise<unknown>): Promise<number> {
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
  return Number(at(0.5));
}

let first: number | undefined;
for (const clients of [100, 1_000, 10_000]) {
  const { practice } = await mintCrowd(superuser, clients, monthAgo(), now);
  await superuser.query("vacuum analyze");
  const median = await time(`Caseload of ${clients.toLocaleString("en-GB")} clients, 60 rows`, () =>
    caseload(practice.owner),
  );
  first ??= median;
  console.log(`  ${(median / first).toFixed(2)} times that of a hundred (flat is 1.2 or less)`);
  const [someone] = (await caseload(practice.owner)).facts;
  await time("  A client's overview, with its audit row", () =>
    withScope(pool, practice.owner, now, (scope) => getClientOverview(scope, someone?.clientId ?? "")),
  );
}
await superuser.end();
await pool.end();
await area.remove();
