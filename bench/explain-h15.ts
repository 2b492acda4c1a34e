import { performance } from "node:perf_hooks";
import { writeFileSync } from "node:fs";
import { monthAgo } from "@/bench/beside-floor";
import { mintCrowd } from "@/bench/crowd";
import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { scratchArea } from "@/db/testing/scratch-area";
import type { StaffActor } from "@/lib/actor";
import { caseloadView } from "@/lib/caseload/view";
import { openDatabase } from "@/runtime/embedded-postgres";

const area = scratchArea();
const embedded = await area.start(true);
await openDatabase(embedded, "bench");
await migrate({ ownerUrl: embedded.roleUrl("owner", "bench") });
holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
const pool = connect({ url: embedded.roleUrl("app", "bench"), max: 2, onIdleError: () => undefined });
const superuser = connect({ url: embedded.superuserUrl("bench"), max: 2, onIdleError: () => undefined });
const view = caseloadView.parse({});
const now = new Date();
const load = (owner: StaffActor) => withScope(pool, owner, now, (scope) => getCaseloadPage(scope, view, null));
const { rows: jit } = await superuser.query("show jit");
console.log("jit", jit);

for (const clients of [100, 1_000, 10_000]) {
  const { practice } = await mintCrowd(superuser, clients, monthAgo(), now);
  await superuser.query("vacuum analyze");
  for (const who of ["owner", "therapist"] as const) {
    for (let i = 0; i < 8; i += 1) await load(practice[who]);
    const taken: number[] = [];
    for (let i = 0; i < 25; i += 1) {
      const start = performance.now();
      await load(practice[who]);
      taken.push(performance.now() - start);
    }
    taken.sort((a, b) => a - b);
    console.log(clients, who, "median", taken[12]?.toFixed(1));
    // Each statement by itself, as it is asked.
    const out: string[] = [];
    const each: string[] = [];
    await withScope(pool, practice[who], now, async (scope) => {
      const connection = scope.tx.$client as any;
      const { query } = connection;
      const asked: { text: string; values: unknown[] }[] = [];
      connection.query = async (...given: any[]) => {
        const text = typeof given[0] === "string" ? given[0] : given[0].text;
        const values = (given[0].values ?? given[1] ?? []) as unknown[];
        asked.push({ text, values });
        const start = performance.now();
        const answer = await query.apply(connection, given);
        each.push(`${(performance.now() - start).toFixed(1)}ms (${text.length} chars)`);
        return answer;
      };
      await getCaseloadPage(scope, view, null);
      connection.query = query;
      for (const { text, values } of asked) {
        const { rows } = await query.call(connection, `explain (analyze, buffers, settings) ${text}`, values);
        out.push(rows.map((row: any) => row["QUERY PLAN"]).join("\n"), "\n=================\n");
      }
    });
    console.log("   ", each.join(" | "));
    writeFileSync(`/tmp/h15/plan-${clients}-${who}.txt`, out.join("\n"));
    for (const plan of out) {
      const times = plan.match(/(Planning|Execution) Time: [\d.]+ ms/g);
      if (times) console.log("     ", times.join(", "), plan.includes("JIT") ? "JIT" : "");
    }
  }
}
await superuser.end();
await pool.end();
await area.remove();
