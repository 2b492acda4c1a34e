import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import type { Pool } from "pg";
import { agreedVersion } from "@/db/queries/clients/agreed-version";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { isClosed } from "@/lib/assessments/closing";
import { NotFound, Refused } from "@/lib/errors";
import { consentText } from "@/lib/identity/consent-text";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessmentPass } from "../../schema/assessment-pass";
import { assessment } from "../../schema/assessments";
import { client } from "../../schema/clients";
import { account, session } from "../../schema/identity";
import type { Scope } from "../../scope";
import { mintToken, tokenHash } from "../identity/one-time-token";
import { type SystemScope, withSystemScope } from "../identity/with-system-scope";
import { lockClientAssessment } from "./lock-client-assessment";

const passMinutes = 90;

/**
 * Hands the therapist's device to the client for one sitting. The session that asks ends in the same transaction, so what is
 * left on the device is a token for this form and nothing else.
 */
export async function handOver(
  scope: Scope<StaffActor>,
  assessmentId: string,
): Promise<{ token: string; endsAt: Date }> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const sitting = await lockClientAssessment(scope, assessmentId);
  if (sitting.submittedAt || sitting.withdrawn) throw new Refused("There is nothing left to answer here.");
  if (sitting.opensOn > localDate(now, sitting.zone))
    throw new Refused("It has not opened yet. Move its first day first.");
  if (isClosed(sitting, sitting.zone, now)) throw new Refused("It is closed. Move its last day first.");
  if (sitting.instrument.sensitivity === "safety")
    throw new Refused("Safety questions are answered alone, on the client’s own sign-in.");
  if ((await agreedBy(scope, sitting.clientId)) !== consentText.version)
    throw new Refused("The client has not agreed to the consent text yet. That is done on their own sign-in.");
  await endPasses(scope, eq(assessmentPass.assessmentId, assessmentId));
  const token = mintToken();
  const endsAt = new Date(now.getTime() + passMinutes * 60_000);
  const id = randomUUID();
  await tx.insert(assessmentPass).values({
    practiceId: actor.practiceId,
    id,
    assessmentId,
    tokenHash: tokenHash(token),
    openedBy: actor.accountId,
    openedAt: now,
    endsAt,
  });
  await tx
    .update(session)
    .set({ revokedAt: now, revokedFor: "handed-over" })
    .where(and(eq(session.practiceId, actor.practiceId), eq(session.id, actor.sessionId), isNull(session.revokedAt)));
  await recordAudit(scope, "assessments.handed-over", {
    id: assessmentId,
    clientId: sitting.clientId,
  });
  return { token, endsAt };
}

export type Pass = { assessmentId: string; end: () => Promise<void> };

/** Runs with what a pass opens: the client of one sitting, in one transaction. Null when the pass is worth nothing. */
export async function withPass<T>(
  pool: Pool,
  token: string,
  now: Date,
  run: (scope: Scope<ClientActor>, pass: Pass) => Promise<T>,
): Promise<T | null> {
  const { rows } = await pool.query<{ practice_id: string; pass_id: string }>("select * from door_find_pass($1)", [
    tokenHash(token),
  ]);
  const [found] = rows;
  if (!found) return null;
  return withSystemScope(pool, found.practice_id, now, async (scope) => {
    const known = await livingPass(scope, found.pass_id);
    if (!known) return null;
    const { assessmentId, ...person } = known;
    const actor: ClientActor = {
      kind: "client",
      role: "client",
      practiceId: found.practice_id,
      sessionId: found.pass_id,
      ...person,
    };
    if (actor.consentVersion !== consentText.version) return null;
    return run(
      { actor, tx: scope.tx, now },
      { assessmentId, end: () => endPasses(scope, eq(assessmentPass.id, found.pass_id)) },
    );
  });
}

/** The sitting that a form names must be the one that the pass opens. */
export function onlyThis(pass: Pass, assessmentId: string): void {
  if (pass.assessmentId !== assessmentId) throw new NotFound();
}

async function livingPass({ actor, tx, now }: SystemScope, passId: string) {
  const [row] = await tx
    .select({
      assessmentId: assessmentPass.assessmentId,
      clientId: client.id,
      accountId: client.accountId,
      zone: client.zone,
      name: account.name,
      consentVersion: agreedVersion,
    })
    .from(assessmentPass)
    .innerJoin(
      assessment,
      and(eq(assessment.practiceId, assessmentPass.practiceId), eq(assessment.id, assessmentPass.assessmentId)),
    )
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(
      and(
        eq(assessmentPass.practiceId, actor.practiceId),
        eq(assessmentPass.id, passId),
        isNull(assessmentPass.endedAt),
        gt(assessmentPass.endsAt, now),
      ),
    );
  return row;
}

/** A device handed over later takes the place of one that was handed over before: one sitting, one device. */
async function endPasses({ actor, tx, now }: Scope, which: SQL): Promise<void> {
  await tx
    .update(assessmentPass)
    .set({ endedAt: now })
    .where(and(eq(assessmentPass.practiceId, actor.practiceId), which, isNull(assessmentPass.endedAt)));
}

async function agreedBy({ actor, tx }: Scope, clientId: string): Promise<number | null> {
  const [row] = await tx
    .select({ version: agreedVersion, id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row?.version ?? null;
}
