import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { considerSignal } from "@/db/commands/signals/consider-signal";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { setSignalAside } from "@/db/commands/signals/set-aside";
import { setThresholds } from "@/db/commands/signals/set-thresholds";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { signal, signalEvent, signalRound } from "@/db/schema/signals";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import { kindsOf } from "@/db/testing/signals";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { thresholdsOf } from "@/lib/signals/thresholds";

const pool = testPool();
const day = (days: number, minutes = 0) => new Date(testNow.getTime() + days * 86_400_000 + minutes * 60_000);

type Home = { practice: MintedPractice; ines: ClientActor };

/** A client who came with a password three weeks ago and was cleared; nothing was ever logged. */
async function home(): Promise<Home> {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-16" });
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.execute(`update account set password_hash = 'x' where id = '${ines.accountId}'`),
  );
  await openGate(pool, practice, ines);
  return { practice, ines };
}

const seen = ({ practice, ines }: Home, now: Date, reader: StaffActor = practice.therapist) =>
  withScope(pool, reader, now, (scope) => getClientSignals(scope, ines.clientId));
const kinds = async (at: Home, now: Date, reader?: StaffActor) => kindsOf(await seen(at, now, reader));
const refresh = ({ practice, ines }: Home, now: Date) =>
  withScope(pool, practice.system, now, (scope) => refreshSignals(scope, [ines.clientId]));
const staff = <T>({ practice }: Home, now: Date, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, practice.therapist, now, run);
const check = ({ ines }: Home, now: Date, score = 6) =>
  withScope(pool, ines, now, (scope) => saveConnectionCheck(scope, { id: randomUUID(), score, note: null }));
const rows = ({ practice }: Home) =>
  withScope(pool, practice.system, testNow, async ({ tx }) => ({
    signals: (await tx.select().from(signal)).sort((a, b) => a.id.localeCompare(b.id)),
    events: (await tx.select().from(signalEvent)).map(({ step, takenBy }) => ({ step, takenBy })),
  }));
const reply = (at: Home, now: Date) =>
  staff(at, now, (scope) =>
    replyToClient(scope, {
      ...{ id: randomUUID(), clientId: at.ines.clientId, attemptId: null, body: "How are you?", until: now },
    }),
  );

describe("signals are kept", () => {
  it("in the transaction of what changes them", async () => {
    const at = await home();
    await check(at, day(1));
    expect(await kinds(at, day(6))).toContain("quiet");
    await refresh(at, day(6));
    await check(at, day(6, 1));
    expect(await kinds(at, day(6, 2))).not.toContain("quiet");
    const { signals } = await rows(at);
    expect(signals.find(({ kind }) => kind === "quiet")?.resolvedAt).toEqual(day(6, 1));
  });

  it("once, however often they are looked at, also by two at once", async () => {
    const at = await home();
    await Promise.all([refresh(at, day(6)), refresh(at, day(6)), refresh(at, day(6))]);
    const before = await rows(at);
    expect(new Set(before.signals.map(({ kind }) => kind)).size).toBe(before.signals.length);
    await refresh(at, day(6));
    expect(await rows(at)).toEqual(before);
  });

  it("as they would be worked out anew, on whichever day they are read", async () => {
    const at = await home();
    for (const days of [1, 2, 9, 12]) {
      const anew = (await seen(at, day(days))).signals;
      await refresh(at, day(days));
      const kept = (await seen(at, day(days))).signals;
      const plain = (list: typeof kept) => list.map(({ kind, key, data, state }) => ({ kind, key, data, state }));
      expect(plain(kept).sort((a, b) => a.kind.localeCompare(b.kind))).toEqual(
        plain(anew).sort((a, b) => a.kind.localeCompare(b.kind)),
      );
      await check(at, day(days, 5));
    }
  });

  it("for one practice alone", async () => {
    const [at, other] = [await home(), await home()];
    await refresh(at, day(6));
    expect((await rows(other)).signals.every(({ practiceId }) => practiceId === other.practice.practiceId)).toBe(true);
    await expect(seen(at, day(6), other.practice.owner)).rejects.toMatchObject({ name: "NotFound" });
    await refresh({ practice: other.practice, ines: at.ines }, day(6));
    expect((await rows(other)).signals.filter(({ clientId }) => clientId === at.ines.clientId)).toEqual([]);
  });
});

describe("acting on a signal", () => {
  it("answers it by what was done, with who and when", async () => {
    const at = await home();
    await refresh(at, day(6));
    await reply(at, day(6, 5));
    expect(await kinds(at, day(6, 6))).not.toContain("quiet");
    const { history, signals } = await seen(at, day(6, 6));
    expect(signals.find(({ kind }) => kind === "quiet")?.state).toBe("acted");
    expect(history.find(({ kind, step }) => kind === "quiet" && step === "acted")).toMatchObject({
      ...{ by: "A therapist", at: day(6, 5) },
    });
    expect(await kinds(at, day(9))).not.toContain("quiet");
  });

  it("puts it off until a day, and keeps who did", async () => {
    const at = await home();
    await refresh(at, day(6));
    const snooze = () =>
      staff(at, day(6, 5), (scope) =>
        setSignalAside(scope, { how: "snooze", clientId: at.ines.clientId, kind: "quiet", until: "2026-12-02" }),
      );
    await snooze();
    await snooze();
    expect(await kinds(at, day(8))).not.toContain("quiet");
    expect(await kinds(at, day(9))).toContain("quiet");
    const { history } = await seen(at, day(8));
    expect(history.filter(({ step }) => step === "snoozed")).toMatchObject([
      { until: "2026-12-02", by: "A therapist" },
    ]);
  });

  it("keeps a note that it is known, sealed, until something new is there", async () => {
    const at = await home();
    await check(at, day(1));
    await refresh(at, day(6));
    await staff(at, day(6, 5), (scope) =>
      setSignalAside(scope, { how: "known", clientId: at.ines.clientId, kind: "quiet", note: "She is away." }),
    );
    expect(await kinds(at, day(20))).not.toContain("quiet");
    expect((await seen(at, day(20))).history.find(({ step }) => step === "known")?.note).toBe("She is away.");
    const { rows: kept } = await withScope(pool, at.practice.system, testNow, ({ tx }) =>
      tx.execute<{ note_sealed: string }>("select note_sealed from signal_event where note_sealed is not null"),
    );
    expect(kept.every(({ note_sealed }) => !note_sealed.includes("away"))).toBe(true);
    await check(at, day(20, 5));
    expect(await kinds(at, day(26))).toContain("quiet");
  });

  it("is refused for what has to stay, and for what is not there", async () => {
    const at = await home();
    await staff(at, day(1), (scope) =>
      raiseGate(scope, { clientId: at.ines.clientId, kind: "stop", reason: "What she told me." }),
    );
    const aside = (kind: "safety-stop" | "message") =>
      staff(at, day(1, 5), (scope) =>
        setSignalAside(scope, { how: "known", clientId: at.ines.clientId, kind, note: "Mine" }),
      );
    await expect(aside("safety-stop")).rejects.toMatchObject({ name: "Refused" });
    await expect(aside("message")).rejects.toMatchObject({ name: "NotFound" });
    expect(await kinds(at, day(1, 6))).toContain("safety-stop");
  });

  it("keeps what it was taken to be about, once, with where it stood", async () => {
    const at = await home();
    await refresh(at, day(6));
    const form = {
      id: randomUUID(),
      clientId: at.ines.clientId,
      kind: "quiet",
      lens: "life",
      note: "A move.",
    } as const;
    for (const minute of [5, 6]) await staff(at, day(6, minute), (scope) => considerSignal(scope, form));
    const { considered, signals } = await seen(at, day(7));
    expect(considered).toMatchObject([{ kind: "quiet", lens: "life", note: "A move.", by: "A therapist" }]);
    expect(signals.find(({ kind }) => kind === "quiet")?.state).toBe("acted");
  });
});

describe("the partner wall", () => {
  it("keeps what tells of the partner from who reads one of two", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.execute(`update client set therapist_id = '${practice.colleague.accountId}' where id = '${dario.clientId}'`),
    );
    const id = randomUUID();
    await withScope(pool, practice.system, day(1), async (scope) => {
      await scope.tx.execute(`insert into safety_screen (practice_id, id, client_id, outcome, own_harm, reports_harm, answered_at)
        values ('${practice.practiceId}', '${id}', '${ines.clientId}', 'stop', true, false, '${day(1).toISOString()}')`);
      await refreshSignals(scope, [ines.clientId]);
    });
    const of = (reader: StaffActor) => seen({ practice, ines: dario }, day(1, 5), reader);
    expect(kindsOf(await of(practice.owner))).toContain("waits-for-you");
    expect(kindsOf(await of(practice.colleague))).not.toContain("waits-for-you");
    expect((await of(practice.colleague)).history.some(({ kind }) => kind === "waits-for-you")).toBe(false);
    await expect(
      withScope(pool, practice.colleague, day(1, 6), (scope) =>
        considerSignal(scope, {
          ...{ id: randomUUID(), clientId: dario.clientId, kind: "waits-for-you", lens: "safety", note: null },
        }),
      ),
    ).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("the practice's own numbers", () => {
  it("are the owner's, kept with who and when, and look at everybody anew", async () => {
    const at = await home();
    const { practice } = at;
    await refresh(at, day(6));
    expect(await kinds(at, day(6))).toContain("quiet");
    const form = { ...thresholdsOf(), quietDays: 20 };
    for (const wrong of [practice.therapist, practice.supervisor])
      await expect(withScope(pool, wrong, day(6, 1), (scope) => setThresholds(scope, form))).rejects.toThrow();
    await withScope(pool, practice.owner, day(6, 1), (scope) => setThresholds(scope, form));
    await withScope(pool, practice.owner, day(6, 2), (scope) => setThresholds(scope, form));
    expect(await kinds(at, day(6, 3))).not.toContain("quiet");
    const { rows: kept } = await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.execute("select key, value, set_by from signal_threshold"),
    );
    expect(kept).toEqual([{ key: "quietDays", value: 20, set_by: practice.owner.accountId }]);
    const rounds = await withScope(pool, practice.system, testNow, ({ tx }) => tx.select().from(signalRound));
    expect(rounds.every(({ nextAt }) => nextAt <= day(6, 2))).toBe(true);
  });
});
