import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { endAbsence, setAbsence } from "@/db/commands/absence/set-absence";
import { keepDraft } from "@/db/commands/drafts/keep-draft";
import { decideUntold } from "@/db/commands/safety/name-untold";
import { getAbsences } from "@/db/queries/absence/absences";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientCorrespondence, getOwnCorrespondence } from "@/db/queries/messages/correspondence";
import { getInbox } from "@/db/queries/messages/inbox";
import { testPool } from "@/db/testing/database";
import { lettersOf } from "@/db/testing/open-event";
import { safetyGround } from "@/db/testing/safety-ground";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { NotFound } from "@/lib/errors";
import { absenceForm } from "@/lib/identity/absence-form";
import { markClientRead, seeShown } from "./mark-seen";
import { replyToClient, takeBackReply } from "./reply-to-client";
import { sendMessage } from "./send-message";

const pool = testPool();
const { as, home, later } = safetyGround(pool);

const dayAfter = 3 * 24 * 60;

/** A therapist who is away for two days, with a colleague who stands in, and a message that waits. */
async function away() {
  const ground = await home();
  const { therapist, colleague, client } = ground;
  const { clientId } = client;
  const days = { fromDay: "2026-11-23", untilDay: "2026-11-24", cover: colleague.accountId };
  const goes = () =>
    as(therapist, (scope) => setAbsence(scope, absenceForm.parse({ accountId: therapist.accountId, ...days })));
  const written = { id: randomUUID(), body: "Can we move Thursday?" };
  await as(client, (scope) => sendMessage(scope, written));
  const answers = (who: StaffActor, minutes: number, body = "Thursday at ten?") => {
    const sent = { id: randomUUID(), clientId, attemptId: null, body, until: later(minutes) };
    return as(who, (scope) => replyToClient(scope, sent), later(minutes)).then(() => sent.id);
  };
  const begins = (who: StaffActor, minutes: number) => {
    const words = { words: JSON.stringify({ body: "Thurs" }), place: `reply/${clientId}`, hand: randomUUID() };
    const form = draftForm.parse({ do: "keep", step: "1", seen: "0", ...words });
    return as(who, (scope) => keepDraft(scope, form), later(minutes));
  };
  const thread = async (minutes: number) => (await as(client, getOwnCorrespondence, later(minutes))).thread;
  return { ...ground, clientId, goes, written, answers, begins, thread };
}

describe("who stands in", () => {
  it("answers in these days, in the own name, and the client reads for whom", async () => {
    const { practice, therapist, colleague, client, clientId, goes, answers, begins, thread, written } = await away();
    await expect(answers(colleague, 1)).rejects.toThrow(NotFound);
    await goes();
    expect((await as(colleague, getInbox, later(1))).entries).toMatchObject([
      { clientId, standsInFor: therapist.name },
    ]);
    expect((await as(colleague, (scope) => getClientHeader(scope, clientId), later(1))).isCovered).toBe(true);
    expect((await as(therapist, (scope) => getClientHeader(scope, clientId), later(1))).isCovered).toBe(false);
    expect(await begins(colleague, 1)).toMatchObject({ isOwn: true });
    const id = await answers(colleague, 2);
    const letter = { id, author: colleague.name, standsInFor: therapist.name, fromClient: false };
    const read = { id: written.id, readAt: later(2), readBy: colleague.name, standsInFor: null };
    expect(await thread(5)).toMatchObject([read, letter]);
    const ofTherapist = await as(therapist, (scope) => getClientCorrespondence(scope, clientId), later(5));
    expect(ofTherapist.thread).toMatchObject([read, letter]);
    const letters = await lettersOf(pool, practice);
    expect(letters.filter(({ accountId, aboutId }) => accountId === client.accountId && aboutId === id)).toHaveLength(
      1,
    );
    expect(await auditOf(pool, practice.system)).toContainEqual({
      ...{ action: "messages.replied", actor_id: colleague.accountId, client_id: clientId },
    });
  });

  it("takes back what nobody has read yet", async () => {
    const { colleague, clientId, goes, answers, thread } = await away();
    await goes();
    const id = await answers(colleague, 2);
    const words = await as(colleague, (scope) => takeBackReply(scope, { id, clientId }), later(2));
    expect(words).toBe("Thursday at ten?");
    expect(await thread(5)).toHaveLength(1);
  });

  it("does so no longer than the days last, or until they are ended; what was written keeps its name", async () => {
    const { therapist, colleague, clientId, goes, answers, begins, thread, written } = await away();
    await goes();
    await answers(colleague, 2);
    const refused = async (minutes: number) => {
      await expect(answers(colleague, minutes)).rejects.toThrow(NotFound);
      await expect(begins(colleague, minutes)).rejects.toThrow(NotFound);
      await expect(
        as(colleague, (scope) => markClientRead(scope, { clientId, until: later(minutes) }), later(minutes)),
      ).rejects.toThrow(NotFound);
      await expect(
        as(colleague, (scope) => seeShown(scope, { clientId, shown: [written.id] }), later(minutes)),
      ).rejects.toThrow(NotFound);
    };
    await refused(dayAfter);
    const [days] = (await as(therapist, getAbsences, later(3))).absences;
    await as(therapist, (scope) => endAbsence(scope, { absenceId: days?.id ?? "" }), later(3));
    await refused(4);
    expect((await thread(10)).at(-1)).toMatchObject({ author: colleague.name, standsInFor: therapist.name });
    await answers(therapist, 20, "Back again.");
    expect((await thread(30)).at(-1)).toMatchObject({ author: therapist.name, standsInFor: null });
  });

  it("is nobody else: not a supervisor who only looks on, and not who is never to be told", async () => {
    const { owner, supervisor, colleague, clientId, goes, answers } = await away();
    await goes();
    await expect(answers(supervisor, 2)).rejects.toThrow(NotFound);
    const untold = { clientId, accountId: colleague.accountId };
    await as(owner, (scope) => decideUntold(scope, { ...untold, decision: "named" }));
    await expect(answers(colleague, 2)).rejects.toThrow(NotFound);
  });
});
