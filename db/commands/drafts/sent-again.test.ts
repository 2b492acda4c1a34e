import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getDraft } from "@/db/queries/drafts/draft-at";
import { connectionCheck, connectionSummary } from "@/db/schema/connection";
import { correction } from "@/db/schema/draft";
import { distanceMove } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { connectionCheckForm } from "@/lib/connection/check-form";
import { draftForm } from "@/lib/drafts/draft-form";
import { NotFound } from "@/lib/errors";
import { distanceMoveForm } from "@/lib/exercises/distance-move-form";
import { ownMessageForm, staffMessageForm } from "@/lib/messages/message-form";
import { saveConnectionCheck } from "../connection/save-check";
import { logDistanceMove } from "../exercises/log-distance-move";
import { replyToClient } from "../messages/reply-to-client";
import { sendMessage } from "../messages/send-message";
import { keepDraft } from "./keep-draft";

const pool = testPool();
const person = async () => {
  const practice = await mintPractice(pool);
  return { practice, ines: await mintClient(pool, practice) };
};
const corrections = (actor: ClientActor) =>
  withScope(pool, actor, testNow, ({ tx }) => tx.select({ before: correction.before }).from(correction));

describe("a connection check sent again", () => {
  const id = randomUUID();
  const check = (score: string, more: object = {}) => connectionCheckForm.parse({ id, score, note: "", ...more });
  const save = (actor: ClientActor, form: ReturnType<typeof check>, now = testNow) =>
    withScope(pool, actor, now, (scope) => saveConnectionCheck(scope, form));
  const scores = (actor: ClientActor) =>
    withScope(pool, actor, testNow, ({ tx }) => tx.select({ score: connectionCheck.score }).from(connectionCheck));

  it("with the same is saved once, with other words never called saved", async () => {
    const { ines } = await person();
    expect(await save(ines, check("2", { note: "first note" }))).toMatchObject({ version: 1 });
    expect(await save(ines, check("2", { note: "first note" }))).toMatchObject({ version: 1 });
    await expect(save(ines, check("9", { note: "what I meant" }))).rejects.toThrow("Other words of yours were saved");
    expect(await scores(ines)).toEqual([{ score: 2 }]);
  });

  it("is changed when the person says so, counts with its new number, and keeps what it was", async () => {
    const { ines } = await person();
    await save(ines, check("2"));
    expect(await save(ines, check("8", { note: "a wrong tap", instead: "1" }))).toMatchObject({ version: 2 });
    await expect(save(ines, check("3", { instead: "1" }))).rejects.toThrow("Other words");
    expect(await scores(ines)).toEqual([{ score: 8 }]);
    expect(await corrections(ines)).toMatchObject([{ before: { score: 2, note_sealed: null } }]);
    const [summary] = await withScope(pool, ines, testNow, ({ tx }) => tx.select().from(connectionSummary));
    expect(JSON.stringify(summary?.kept)).toContain("8");
  });

  it("stays what it was on another day, and is nobody else's to change", async () => {
    const { practice, ines } = await person();
    await save(ines, check("2"));
    const later = new Date(testNow.getTime() + 86_400_000);
    await expect(save(ines, check("8", { instead: "1" }), later)).rejects.toThrow("of another day");
    const dario = await mintClient(pool, practice, { name: "Dario" });
    await expect(save(dario, check("8", { instead: "1" }))).rejects.toThrow(NotFound);
    expect(await scores(ines)).toEqual([{ score: 2 }]);
  });
});

describe("a move noted again", () => {
  it("with other words is asked about, and changed with its history", async () => {
    const { ines } = await person();
    const id = randomUUID();
    const form = (happening: string, more: object = {}) =>
      distanceMoveForm.parse({ id, move: "lone-wolf", happening, instead: "", ...more });
    const log = (one: ReturnType<typeof form>) =>
      withScope(pool, ines, testNow, (scope) => logDistanceMove(scope, one));
    await log(form("After dinner"));
    await log(form("After dinner"));
    await expect(log(form("After lunch"))).rejects.toThrow("Other words");
    await log(form("After lunch", { known: "1" }));
    expect(await withScope(pool, ines, testNow, ({ tx }) => tx.select().from(distanceMove))).toHaveLength(1);
    expect(await corrections(ines)).toMatchObject([{ before: { strategy: "lone_wolf", instead_sealed: null } }]);
  });
});

describe("a message sent again", () => {
  it("with other words is refused for either side, and stays what it was", async () => {
    const { practice, ines } = await person();
    const [own, reply] = [randomUUID(), randomUUID()];
    const send = (body: string, id = own) =>
      withScope(pool, ines, testNow, (scope) => sendMessage(scope, ownMessageForm.parse({ id, body })));
    const answer = (body: string) => {
      const form = { id: reply, clientId: ines.clientId, body, until: testNow.toISOString() };
      return withScope(pool, practice.therapist, testNow, (scope) =>
        replyToClient(scope, staffMessageForm.parse(form)),
      );
    };
    await send("version one");
    await send("version one");
    await expect(send("version two, with the important part")).rejects.toThrow("arrived already, with other words");
    await answer("Dear Ines");
    await expect(answer("Dear Ines, and more")).rejects.toThrow("arrived already, with other words");
    await send("version two, with the important part", randomUUID());
    expect(await withScope(pool, ines, testNow, ({ tx }) => tx.select().from(message))).toHaveLength(3);
  });

  it("ends its draft, and no other", async () => {
    const { ines } = await person();
    const hand = "hand-of-ines";
    const keep = { do: "keep", hand, step: "1", seen: "0", words: JSON.stringify({ body: "Hello", note: "Hello" }) };
    for (const place of ["message", "check"])
      await withScope(pool, ines, testNow, (scope) => keepDraft(scope, draftForm.parse({ ...keep, place })));
    const form = ownMessageForm.parse({ id: randomUUID(), body: "Hello", draft: `0.${hand}` });
    await withScope(pool, ines, testNow, (scope) => sendMessage(scope, form));
    const left = (kind: "message" | "check") => withScope(pool, ines, testNow, (scope) => getDraft(scope, { kind }));
    expect([(await left("message")).stands, (await left("check")).stands?.hand]).toEqual([null, hand]);
  });
});
