import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { addOwnMessage } from "@/db/commands/messages/add-own-message";
import { considerSignal } from "@/db/commands/signals/consider-signal";
import { setSignalAside } from "@/db/commands/signals/set-aside";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater } from "@/db/testing/linked-couple";
import { mintClient, mintPractice } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";

const pool = testPool();

/** A client who has written once; what the therapist's page shows of it, and what is sent from there. */
async function written() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { clientId } = client;
  const staff = <T>(minute: number, run: (scope: Scope<StaffActor>) => Promise<T>) =>
    withScope(pool, practice.therapist, minutesLater(minute), run);
  const write = (minute: number) =>
    withScope(pool, client, minutesLater(minute), (scope) => addOwnMessage(scope, { id: randomUUID(), body: "Hello" }));
  const shown = async (minute: number) => {
    const { signals } = await staff(minute, (scope) => getClientSignals(scope, clientId));
    return signals.find(({ kind }) => kind === "message");
  };
  await write(1);
  return { clientId, staff, write, shown };
}

const isUnseen = "has changed since you opened the page";

it("is not set aside by who has not seen what came since", async () => {
  const { clientId, staff, write, shown } = await written();
  const about = { clientId, kind: "message", seen: (await shown(2))?.key } as const;
  await write(3);
  const aside = (minute: number, seen = about.seen) =>
    staff(minute, (scope) => setSignalAside(scope, { ...about, seen, how: "known", note: "We talked." }));
  await expect(aside(4)).rejects.toThrow(isUnseen);
  const snooze = { ...about, how: "snooze", until: "2026-11-25" } as const;
  await expect(staff(4, (scope) => setSignalAside(scope, snooze))).rejects.toThrow(isUnseen);
  expect(await shown(5)).toMatchObject({ state: "open", data: { count: 2 } });
  await aside(6, (await shown(5))?.key);
  expect(await shown(7)).toMatchObject({ state: "known" });
});

it("is not answered by what was decided about less, and what was kept once is kept when it is sent again", async () => {
  const { clientId, staff, write, shown } = await written();
  const form = { id: randomUUID(), clientId, kind: "message", lens: "alliance", note: null } as const;
  const seen = (await shown(2))?.key;
  const consider = (minute: number, id: string = form.id) =>
    staff(minute, (scope) => considerSignal(scope, { ...form, id, seen }));
  await consider(3);
  await write(4);
  await consider(5);
  expect(await shown(6)).toMatchObject({ state: "open" });
  await expect(consider(7, randomUUID())).rejects.toThrow(isUnseen);
  expect(await shown(8)).toMatchObject({ state: "open" });
});
