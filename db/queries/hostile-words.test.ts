import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { changeName } from "@/db/commands/identity/change-name";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { sendMessage } from "@/db/commands/messages/send-message";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientWords } from "@/db/queries/clients/client-words";
import { getClientCorrespondence } from "@/db/queries/messages/correspondence";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";
import { caseloadView } from "@/lib/caseload/view";
import { distanceMoveForm } from "@/lib/exercises/distance-move-form";
import { distanceMoves } from "@/lib/exercises/distance-moves";
import { hostileWords, statements } from "@/lib/hostile-words.testing";
import { ownMessageForm, staffMessageForm } from "@/lib/messages/message-form";

const pool = testPool();
const later = new Date(testNow.getTime() + 60_000);
let practice: MintedPractice;
let ines: ClientActor;
beforeAll(async () => {
  practice = await mintPractice(pool);
  ines = await mintClient(pool, practice);
});

const counts = () =>
  withScope(pool, practice.system, testNow, async ({ tx }) => {
    const { rows } = await tx.$client.query(
      "select (select count(*)::int from account) as accounts, (select count(*)::int from account where role = 'owner') as owners, (select count(*)::int from client) as clients",
    );
    return rows[0];
  });

it("stands in every field that takes it as it was sent, and does nothing", async () => {
  const before = await counts();
  const words = [...new Set(hostileWords.map((one) => one.trim()))];
  for (const [i, body] of words.entries()) {
    const at = new Date(testNow.getTime() + i * 1_000);
    await withScope(pool, ines, testNow, (scope) =>
      sendMessage(scope, ownMessageForm.parse({ id: randomUUID(), body })),
    );
    await withScope(pool, practice.therapist, testNow, (scope) =>
      replyToClient(
        scope,
        staffMessageForm.parse({ id: randomUUID(), clientId: ines.clientId, until: testNow.toISOString(), body }),
      ),
    );
    await withScope(pool, ines, at, (scope) =>
      logDistanceMove(
        scope,
        distanceMoveForm.parse({ id: randomUUID(), move: distanceMoves[0], happening: body, instead: body }),
      ),
    );
    const noted = await withScope(pool, practice.therapist, at, (scope) => getClientWords(scope, ines.clientId));
    expect(JSON.stringify(noted).split(JSON.stringify(body)).length - 1, body).toBe(2);
  }
  const thread = await withScope(pool, practice.therapist, later, (scope) =>
    getClientCorrespondence(scope, ines.clientId),
  );
  const read = JSON.stringify(thread);
  for (const one of words) {
    expect(read.split(JSON.stringify(one)).length - 1, one).toBe(2);
  }
  expect(await counts()).toEqual(before);
});

it("finds nobody who is not called so, and changes nothing, where somebody searches by it", async () => {
  const before = await counts();
  for (const q of hostileWords) {
    const view = caseloadView.parse({ q: q.slice(0, 60) });
    const { facts, isNear } = await withScope(pool, practice.therapist, testNow, (scope) =>
      getCaseloadPage(scope, view, null),
    );
    expect(isNear ? [] : facts, q).toEqual([]);
  }
  expect(await counts()).toEqual(before);
});

it("is a name like any other where a name may be so", async () => {
  for (const name of statements.map((one) => one.slice(0, 60).trim())) {
    await withScope(pool, ines, testNow, (scope) => changeName(scope, name));
    const header = await withScope(pool, practice.therapist, testNow, (scope) => getClientHeader(scope, ines.clientId));
    expect(JSON.stringify(header)).toContain(JSON.stringify(name));
  }
});
