import { connect } from "@/db/connect";
import { type Verified, verifyChain } from "@/db/queries/audit/chain";
import { withScope } from "@/db/scope";
import { planOf } from "@/runtime/backup/plan";
import { databaseName } from "@/runtime/embedded-database";
import { Fault } from "@/runtime/fault";
import { withEmbedded } from "@/runtime/on-the-machine";
import { readSettings } from "@/runtime/settings";
import { complain } from "@/runtime/supervisor";
import { type Anchor, anchorsIn, readAnchors } from "@/runtime/worker/audit-anchors";

/** `npm run audit`: walks the chain of every practice, beside its anchors. Not whole: says where, and answers 1. */
export async function runAudit(): Promise<number> {
  try {
    const settings = readSettings(process.cwd(), false, process.env);
    const lines = settings.DATABASE_URL
      ? await verifyAll(
          settings.DATABASE_WORKER_URL ?? settings.DATABASE_URL,
          anchorsIn(planOf(settings, settings.dataDir)),
        )
      : await withEmbedded(settings, ({ roleUrl, area }) =>
          verifyAll(roleUrl("worker", databaseName), anchorsIn(planOf(settings, area.dir))),
        );
    console.log(lines.length > 0 ? lines.join("\n") : "There is no practice yet.");
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

/** A sentence for each practice. Throws one that names every practice whose chain is not whole. */
export async function verifyAll(workerUrl: string, file: string): Promise<string[]> {
  const pool = connect({ url: workerUrl, max: 1, onIdleError: () => undefined });
  try {
    const { rows } = await pool.query<{ practice_id: string }>("select practice_id from door_all_practices()");
    const said: { line: string; isWhole: boolean }[] = [];
    for (const { practice_id: practiceId } of rows) {
      const anchors = readAnchors(file, practiceId);
      const actor = { kind: "system", role: "system", practiceId } as const;
      const verified = await withScope(pool, actor, new Date(), (scope) => verifyChain(scope, anchors));
      said.push({ line: `${practiceId}: ${inWords(verified, anchors)}`, isWhole: verified.fault === null });
    }
    const broken = said.filter(({ isWhole }) => !isWhole);
    if (broken.length > 0) throw new Fault(broken.map(({ line }) => line).join("\n"));
    return said.map(({ line }) => line);
  } finally {
    await pool.end();
  }
}

function inWords({ entries, fault }: Verified, anchors: readonly Anchor[]): string {
  if (fault) return `not whole. ${fault}`;
  const last = anchors.at(-1);
  return `${entries} entries, whole. ${last ? `Anchored up to number ${last.number}, ${last.at}.` : "Not anchored yet."}`;
}
