import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { addOwnMessage } from "@/db/commands/messages/add-own-message";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { setSignalAside } from "@/db/commands/signals/set-aside";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { withScope } from "@/db/scope";
import { ownerUrl, testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { kindsOf } from "@/db/testing/signals";

const pool = testPool();
const day = (days: number, minutes = 0) => new Date(testNow.getTime() + days * 86_400_000 + minutes * 60_000);

/** A client of three weeks whom no worker has looked at: what is kept of her is gone. */
async function unseen() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-16" });
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.execute(`update account set password_hash = 'x' where id = '${ines.accountId}'`),
  );
  await openGate(pool, practice, ines);
  const forget = async () => {
    const owner = new Client({ connectionString: ownerUrl() });
    await owner.connect();
    await owner.query("select set_config('app.practice_id', $1, false)", [practice.practiceId]);
    for (const table of ["signal_event", "signal", "signal_round"]) await owner.query(`delete from ${table}`);
    await owner.end();
  };
  const refresh = (now: Date) =>
    withScope(pool, practice.system, now, (scope) => refreshSignals(scope, [ines.clientId]));
  const seen = (now: Date) =>
    withScope(pool, practice.therapist, now, (scope) => getClientSignals(scope, ines.clientId));
  const write = (now: Date) =>
    withScope(pool, ines, now, (scope) => addOwnMessage(scope, { id: randomUUID(), body: "Hello" }));
  /** To what was there at `until`, and no later word of hers is read by it. */
  const reply = (now: Date, until = now) =>
    withScope(pool, practice.therapist, now, (scope) =>
      replyToClient(scope, {
        ...{ id: randomUUID(), clientId: ines.clientId, attemptId: null, body: "How are you?", until },
      }),
    );
  return { practice, ines, forget, refresh, seen, write, reply };
}

describe("what was answered before anybody looked", () => {
  it("never opens: a reply in the transaction that looks first", async () => {
    const { forget, refresh, seen, reply } = await unseen();
    await forget();
    await reply(day(6, 5));
    const { signals, history } = await seen(day(6, 6));
    expect(kindsOf({ signals })).not.toContain("quiet");
    expect(history.filter(({ kind }) => kind === "quiet")).toMatchObject([{ step: "acted", by: "A therapist" }]);
    await refresh(day(6, 10));
    await refresh(day(9));
    expect(kindsOf(await seen(day(9)))).not.toContain("quiet");
  });

  it("never opens: a message that was answered and not marked as read", async () => {
    const { forget, refresh, seen, write, reply } = await unseen();
    await write(day(1));
    await reply(day(1, 10), day(0));
    await forget();
    expect(kindsOf(await seen(day(1, 30)))).not.toContain("message");
    await refresh(day(1, 30));
    expect(kindsOf(await seen(day(1, 31)))).not.toContain("message");
    await write(day(1, 40));
    await refresh(day(1, 50));
    expect(kindsOf(await seen(day(1, 51)))).toContain("message");
  });

  it("opens where the reply was before it", async () => {
    const { forget, refresh, seen, write, reply } = await unseen();
    await write(day(1));
    await reply(day(1, 10));
    await forget();
    await refresh(day(7));
    expect(kindsOf(await seen(day(7, 1)))).toContain("quiet");
  });

  it("is answered by a reply that began before the worker looked, and came after", async () => {
    const { refresh, seen, reply, forget } = await unseen();
    await forget();
    await refresh(day(6, 1));
    await reply(day(6));
    expect(kindsOf(await seen(day(6, 2)))).not.toContain("quiet");
  });

  it("does not come back on its day where that day begins with the reply", async () => {
    const { practice, ines, refresh, seen, reply } = await unseen();
    await refresh(day(6));
    await withScope(pool, practice.therapist, day(6, 5), (scope) =>
      setSignalAside(scope, { how: "snooze", clientId: ines.clientId, kind: "quiet", until: "2026-12-02" }),
    );
    await reply(day(9));
    expect(kindsOf(await seen(day(9, 1)))).not.toContain("quiet");
    await refresh(day(10));
    expect(kindsOf(await seen(day(10, 1)))).not.toContain("quiet");
  });
});
