import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { beginHold, noteErasureAsked } from "@/db/commands/clients/answer-erasure";
import { endCouple } from "@/db/commands/couples/end-couple";
import { invitePartner } from "@/db/commands/couples/invite-partner";
import { keepPartnerTalk } from "@/db/commands/couples/keep-partner-talk";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { noteDemand } from "@/db/commands/exports/court-demand";
import { enrolmentMoveReason } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { versionOf } from "@/db/testing/assigning";
import { chartNoteOf, goalOf, withChartNote, withGoal } from "@/db/testing/goal-setting";
import { linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, testNow, testToday } from "@/db/testing/mint";
import { signed, signing } from "@/db/testing/note-signing";
import { openGate } from "@/db/testing/open-gate";
import { partnerPerson, yesAlone } from "@/db/testing/partner-inviting";
import { decide, logAttempt } from "@/db/testing/protocol";
import { ending } from "@/db/testing/talked-alone";
import { assignForm } from "@/lib/assessments/assign-form";

/** A linked pair of one therapist, two more of the same, and things that hang on the first of them. */
export async function layOutThings(pool: Pool) {
  const { practice, ines, dario, coupleId, inesSitting, darioSitting } = await linkedCouple(pool);
  const [single, other] = [await mintClient(pool, practice), await mintClient(pool, practice, { name: "Noor" })];
  for (const person of [single, other]) await openGate(pool, practice, person);
  const parted = [await mintClient(pool, practice, { name: "Ada" }), await mintClient(pool, practice, { name: "Ben" })];
  for (const person of parted) await openGate(pool, practice, person);
  const [{ clientId: partedId } = single, { clientId: formerId } = other] = parted;
  const { coupleId: partedCoupleId } = await withScope(pool, practice.therapist, testNow, (scope) =>
    linkCouple(scope, { clientId: partedId, partnerId: formerId }),
  );
  await withScope(pool, practice.therapist, testNow, (scope) =>
    endCouple(scope, { coupleId: partedCoupleId, ...ending }),
  );
  for (const { clientId } of [single, other])
    await withScope(pool, practice.therapist, testNow, (scope) =>
      keepPartnerTalk(scope, { ...yesAlone, id: randomUUID(), clientId }),
    );
  await withScope(pool, practice.therapist, testNow, (scope) =>
    invitePartner(scope, { ...partnerPerson(), clientId: single.clientId }),
  );
  const [askedId, holdId, demandId] = [other.clientId, randomUUID(), randomUUID()];
  await withScope(pool, practice.therapist, testNow, async (scope) => {
    await noteErasureAsked(scope, { id: randomUUID(), clientId: askedId, reason: "By letter." });
    await noteDemand(scope, { id: demandId, clientId: askedId, demand: "A court in Leeds.", dueOn: null });
    await beginHold(scope, { id: holdId, clientId: askedId, reason: "A court asks for it." });
  });
  const instrument = await versionOf(pool, practice, "distance-moves");
  const form = {
    ...{ id: randomUUID(), "clients[]": [ines.clientId], "instruments[]": [instrument] },
    ...{ when: "every", on: testToday, every: "2", ends: "times", times: "4", days: "2" },
  };
  await withScope(pool, practice.therapist, testNow, (scope) => assignInstruments(scope, assignForm.parse(form)));
  const attemptId = await logAttempt(pool, ines);
  const decisionId = await decide(pool, practice.therapist, ines.clientId, { kind: "hold" });
  const [eventId, letterId, requestId] = [randomUUID(), randomUUID(), randomUUID()];
  const one = (text: string, values: unknown[]) =>
    withScope(
      pool,
      practice.system,
      testNow,
      async ({ tx }) => (await tx.$client.query(text, values)).rows[0] as { id: string; version: string },
    );
  const { id: enrolmentId, version: versionId } = await one(
    "select id, protocol_version_id as version from enrolment where client_id = $1",
    [ines.clientId],
  );
  const moveId = randomUUID();
  await one(
    `insert into enrolment_move (practice_id, id, enrolment_id, from_version_id, to_version_id, effective_on, reason_sealed, moved_by, moved_at)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [
      ...[practice.practiceId, moveId, enrolmentId, versionId, testToday],
      ...[enrolmentMoveReason.seal("Moved", { practiceId: practice.practiceId, id: moveId })],
      ...[practice.therapist.accountId, testNow],
    ],
  );
  const appointmentId = await booked(pool, practice.therapist, bookingOf("client", ines.clientId));
  const held = await booked(
    pool,
    practice.therapist,
    bookingOf("client", ines.clientId, { date: testToday, time: "09:00" }),
  );
  const noteId = await signed(pool, practice.therapist, signing(held));
  const goalId = await withGoal(pool, practice.therapist, goalOf(ines.clientId));
  const chartNoteId = await withChartNote(pool, practice.therapist, chartNoteOf(ines.clientId));
  const { id: invitationId } = await one("select id from partner_invitation where client_id = $1", [single.clientId]);
  const { id: assignmentId } = await one("select id from assignment where client_id = $1", [ines.clientId]);
  const { id: openSitting } = await one(
    "select id from assessment where assignment_id = $1 order by opens_on limit 1",
    [assignmentId],
  );
  await one(
    "insert into safety_event (practice_id, id, client_id, source, opened_at) values ($1, $2, $3, 'therapist', $4)",
    [practice.practiceId, eventId, ines.clientId, testNow],
  );
  await one(
    `insert into swap_request (practice_id, id, client_id, enrolment_id, exercise_key, asked_on, asked_at)
     values ($1, $2, $3, $4, 'small-secret', $5, $6)`,
    [practice.practiceId, requestId, ines.clientId, enrolmentId, testToday, testNow],
  );
  await one(
    `insert into outbox_letter (practice_id, id, account_id, about_kind, about_id, created_at, due_at, tries, handed_over_at, set_aside_at)
     values ($1, $2, $3, 'message', $2, $4, $4, 1, $4, $4)`,
    [practice.practiceId, letterId, ines.accountId, testNow],
  );
  return {
    practice,
    ines,
    ids: {
      ...{ clientId: ines.clientId, accountId: ines.accountId, coupleId, inesSitting, darioSitting, openSitting },
      ...{ singleId: single.clientId, otherId: other.clientId, partnerId: dario.clientId, instrument, assignmentId },
      ...{
        attemptId,
        decisionId,
        eventId,
        letterId,
        requestId,
        versionId,
        moveId,
        invitationId,
        partedId,
        partedCoupleId,
        appointmentId,
        noteId,
        ...{ goalId, chartNoteId },
        ...{ askedId, holdId, demandId },
      },
    },
  };
}

export type Ids = Awaited<ReturnType<typeof layOutThings>>["ids"];
