import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { scratchArea } from "@/db/testing/scratch-area";
import { openDatabase } from "@/runtime/embedded-postgres";
import { seedSample } from "@/sample/seed";

const area = scratchArea();
const embedded = await area.start(true);
await openDatabase(embedded, "bench");
await migrate({ ownerUrl: embedded.roleUrl("owner", "bench") });
holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
const pool = connect({ url: embedded.roleUrl("app", "bench"), max: 2, onIdleError: () => undefined });
const superuser = connect({ url: embedded.superuserUrl("bench"), max: 2, onIdleError: () => undefined });
const now = new Date();
console.log(String(seedSample).slice(0, 300));
await seedSample({ databaseUrl: embedded.roleUrl("app", "bench"), sealKeys: `k1:${Buffer.alloc(32, 7).toString("base64")}`, today: now });
const { rows } = await superuser.query("select a.*, a.id as account_id from account a where role <> 'client'");
for (const row of rows) {
  const facts = await withScope(pool, { kind: "staff", role: row.role, practiceId: row.practice_id, accountId: row.id, name: row.name, zone: row.zone } as any, now, (scope) => getCaseloadFacts(scope as any));
  console.log(row.name, row.role, facts.length);
  if (row.role === "therapist")
    for (const fact of facts) console.log("  ", fact.name, fact.signals.map((s) => `${s.kind}${s.state === "open" ? "" : `(${s.state})`}`).join(", "));
}
await superuser.end(); await pool.end(); await area.remove();
