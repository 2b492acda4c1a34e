import { and, asc, eq } from "drizzle-orm";
import { countsFromAnyway, isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import type { ClientActor } from "@/lib/actor";
import type { ConnectionCheckForm } from "@/lib/connection/check-form";
import { keepConnection } from "@/lib/connection/connection-record";
import { whenSentAgain } from "@/lib/drafts/sent-again";
import { NotFound } from "@/lib/errors";
import { formatMoment, inSentence } from "@/lib/format";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { connectionCheck, connectionCheckNote, connectionSummary } from "../../schema/connection";
import { enrolment } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { noteActivity } from "../clients/note-activity";
import { endOwnDraft } from "../drafts/change-draft";
import { correctionsOf, keepingEarlier } from "../drafts/keep-earlier";

/** `version`: how often this check was written, from one: what somebody names who changes it. */
export type SavedCheck = { version: number; isNews: boolean };

/** Keeps one check. The form makes its id: sent again it is the same check, or a correction that the person asked for. */
export async function saveConnectionCheck(scope: Scope<ClientActor>, form: ConnectionCheckForm): Promise<SavedCheck> {
  authorize(scope.actor, "portal.use");
  await lockOwnRow(scope);
  const saved = await keepCheck(scope, form);
  await endOwnDraft(scope, { kind: "check" }, form.draft);
  if (saved.isNews) await noteActivity(scope, "connection");
  return saved;
}

/** Under a lock on the client's own row. */
async function keepCheck(scope: Scope<ClientActor>, form: ConnectionCheckForm): Promise<SavedCheck> {
  const { actor, tx, now } = scope;
  const added = await tx
    .insert(connectionCheck)
    .values({
      practiceId: actor.practiceId,
      id: form.id,
      clientId: actor.clientId,
      localDate: localDate(now, actor.zone),
      score: form.score,
      noteSealed: connectionCheckNote.sealOrNull(form.note, { practiceId: actor.practiceId, id: form.id }),
      recordedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: connectionCheck.id });
  const isNew = added.length > 0;
  const version = isNew ? 1 : await correctCheck(scope, form);
  if (version === null) return { version: (await correctionsOf(scope, "checkId", form.id)) + 1, isNews: false };
  await refreshConnectionSummary(scope, actor.clientId);
  await recordAudit(scope, isNew ? "connection.check-saved" : "connection.check-corrected", {
    id: form.id,
    clientId: actor.clientId,
  });
  return { version, isNews: true };
}

/** Null where the same was sent twice. */
async function correctCheck(scope: Scope<ClientActor>, form: ConnectionCheckForm): Promise<number | null> {
  const { actor, tx, now } = scope;
  const row = { practiceId: actor.practiceId, id: form.id };
  const isThis = and(eq(connectionCheck.practiceId, row.practiceId), eq(connectionCheck.id, row.id));
  const [before] = await tx.select().from(connectionCheck).where(isThis);
  if (before?.clientId !== actor.clientId) throw new NotFound();
  const was = { score: before.score, note: connectionCheckNote.readOrNull(before.noteSealed, row) };
  const corrections = await correctionsOf(scope, "checkId", form.id);
  const isOver = before.localDate !== localDate(now, actor.zone);
  const what = whenSentAgain(
    {
      at: inSentence(formatMoment(before.recordedAt, now, actor.zone)),
      isSame: was.score === form.score && was.note === form.note,
      corrections,
      closed: isOver ? "This check is of another day, and stays as it was. Open Today anew for one of now." : null,
    },
    form.instead,
  );
  if (what === "known") return null;
  await keepingEarlier(scope);
  await tx
    .update(connectionCheck)
    .set({ score: form.score, noteSealed: connectionCheckNote.sealOrNull(form.note, row) })
    .where(isThis);
  return corrections + 2;
}

/** Weekly medians against the baseline, worked out anew from all checks of the enrolment. */
export async function refreshConnectionSummary({ actor, tx, now }: Scope, clientId: string): Promise<void> {
  const [start] = await tx
    .select({
      zone: client.zone,
      date: countsFromAnyway,
    })
    .from(client)
    .leftJoin(enrolment, isNewestEnrolment)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const checks = await tx
    .select({ date: connectionCheck.localDate, value: connectionCheck.score })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt));
  if (!start) return;
  const values = { kept: keepConnection(checks, start.date, localDate(now, start.zone)), updatedAt: now };
  await tx
    .insert(connectionSummary)
    .values({ practiceId: actor.practiceId, id: clientId, ...values })
    .onConflictDoUpdate({ target: [connectionSummary.practiceId, connectionSummary.id], set: values });
}
