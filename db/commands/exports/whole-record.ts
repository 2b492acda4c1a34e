import { eq } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { provePassword } from "@/db/commands/identity/prove-identity";
import { getWholeRecord, listHarmTests } from "@/db/queries/exports/whole-record";
import { client } from "@/db/schema/clients";
import { harmTest, harmTestReason } from "@/db/schema/exports";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { type WholeRecord, wholePartKeys } from "@/lib/exports/all-of-it";
import { type HarmTestForm, type WholeFileForm, wholeFileRefusal } from "@/lib/exports/harm-test";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { localDate } from "@/lib/time/zone";
import { lockClientRow } from "../clients/lock-client-row";
import { keepExportFile } from "./keep-export-file";

/** Whether giving the whole record would harm anybody, after a talk alone: a row with the answer, the parts, and why. */
export async function testHarm(
  scope: Scope<StaffActor>,
  { id, clientId, answer, "parts[]": parts, reason, ...talk }: HarmTestForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "exports.make");
  await lockClientRow(scope, eq(client.id, clientId));
  const earlier = await listHarmTests(scope, clientId);
  if (earlier.some((one) => one.id === id)) return;
  if (talk.talkOn > localDate(now, actor.zone))
    throw new Refused("The talk lies in the future.", { talkOn: "Choose a day until today." });
  const { practiceId } = actor;
  await tx.insert(harmTest).values({
    ...{ practiceId, id, clientId, answer, ...talk, decidedBy: actor.accountId },
    parts: answer === "nothing" ? [] : answer === "all" ? [...wholePartKeys] : parts,
    reasonSealed: harmTestReason.seal(reason, { practiceId, id }),
    decidedAt: afterAll(
      earlier.map(({ at }) => at),
      now,
    ),
  });
  await recordAudit(scope, "exports.harm-tested", { id, clientId });
}

/** Puts a whole record into one file. */
export type WriteWhole = (record: WholeRecord, madeAt: Date) => Promise<Buffer>;

/**
 * The whole record as a file, of the parts that the newest harm test gave, once the password was typed again. `problem` is an
 * answer: the try stays counted.
 */
export async function makeWholeFile(
  scope: Scope<StaffActor>,
  { clientId, testId, password }: WholeFileForm,
  { limitSecret, write }: { limitSecret: string; write: WriteWhole },
): Promise<{ problem: string } | { id: string; bytes: number }> {
  const { actor, now } = scope;
  authorize(actor, "exports.make");
  await lockClientRow(scope, eq(client.id, clientId));
  const [newest = null] = await listHarmTests(scope, clientId);
  const refusal = wholeFileRefusal(newest, testId, now);
  if (refusal || !newest) throw new Refused(refusal ?? "Decide first whether it would harm anybody.");
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  const content = await write(await getWholeRecord(scope, clientId, newest.parts), now);
  return keepExportFile(scope, { clientId, format: "all", parts: [], content });
}
