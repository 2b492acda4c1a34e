import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { transferClients } from "@/db/commands/clients/transfer-clients";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { recordAttempt } from "@/db/commands/exercises/record-attempt";
import { changeName } from "@/db/commands/identity/change-name";
import { addOwnMessage } from "@/db/commands/messages/add-own-message";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { refreshSignals } from "@/db/commands/signals/refresh-signals";
import { setThresholds } from "@/db/commands/signals/set-thresholds";
import { caseloadRow } from "@/db/schema/caseload";
import { client } from "@/db/schema/clients";
import { type Scope, withScope } from "@/db/scope";
import { bookingOf } from "@/db/testing/appointment-booking";
import { expectedOrder, expectedRows } from "@/db/testing/caseload-oracle";
import { clientCommands } from "@/db/testing/client-commands";
import { layOutThings } from "@/db/testing/client-things";
import { testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import type { Actor, ClientActor } from "@/lib/actor";
import { stepForm } from "@/lib/appointments/appointment-forms";
import { caseloadView } from "@/lib/caseload/view";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { thresholdsOf } from "@/lib/signals/thresholds";
import { lookAtSignals } from "@/runtime/worker/look-at-signals";
import "@/db/testing/property-seed";
import { getCaseloadPage } from "./caseload-page";

const pool = testPool();

type World = Awaited<ReturnType<typeof layOutThings>>;
type Deed = (world: World, now: Date) => Promise<unknown>;

const id = () => randomUUID();
const byInes =
  (run: (scope: Scope<ClientActor>) => Promise<unknown>): Deed =>
  ({ ines }, now) =>
    withScope(pool, ines, now, run);
const attempt = () =>
  attemptForm.parse({
    ...{ id: id(), key: "one-real-feeling", page: "one-real-feeling", family: "sad", feeling: "left out" },
    ...{ sentence: "Today I felt left out.", told: "told", reflection: "She did not laugh." },
  });
const give =
  (whose: "clientId" | "partnerId" | "singleId", to: "colleague" | "therapist"): Deed =>
  ({ practice, ids }, now) =>
    withScope(pool, practice.owner, now, (scope) =>
      transferClients(scope, { "clients[]": [ids[whose]], toId: practice[to].accountId, reason: "Alma leaves." }),
    );

/** Booked for the day after, so that time passes some of them by. */
const session =
  (kind: "client" | "couple", time: string): Deed =>
  ({ practice, ids }, now) => {
    const date = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
    const form = bookingOf(kind, kind === "client" ? ids.clientId : ids.coupleId, { date, time, again: "yes" });
    return withScope(pool, practice.therapist, now, (scope) => bookAppointment(scope, form));
  };

/** All that staff do about one client, what she does herself, what is done to several at once, and what time does. */
const deeds: Record<string, Deed> = {
  ...Object.fromEntries(
    Object.entries(clientCommands).map(([name, { run }]): [string, Deed] => [
      name,
      ({ practice, ids }, now) => withScope(pool, practice.therapist, now, (scope) => run(scope, ids)),
    ]),
  ),
  "a check": byInes((scope) => saveConnectionCheck(scope, { id: id(), score: 3, note: null })),
  "an attempt": byInes((scope) => recordAttempt(scope, attempt())),
  "a message": byInes((scope) => addOwnMessage(scope, { id: id(), body: "Hello" })),
  "not safe": byInes((scope) => sayNotSafe(scope, {})),
  "another name": byInes((scope) => changeName(scope, "Ínes Zed")),
  "agreement taken back": byInes(withdrawConsent),
  "a session": session("client", "14:00"),
  "a session of two": session("couple", "16:00"),
  "no session of two": ({ practice }, now) =>
    withScope(pool, practice.therapist, now, async (scope) => {
      const { rows } = await scope.tx.$client.query<{ id: string }>(
        "select id from appointment where couple_id is not null order by booked_at desc limit 1",
      );
      const form = { appointmentId: rows[0]?.id, seen: "1", kind: "cancelled", cause: "client" };
      await takeAppointmentStep(scope, stepForm.parse(form));
    }),
  "the partner to a colleague": give("partnerId", "colleague"),
  "the partner back": give("partnerId", "therapist"),
  "somebody to a colleague": give("singleId", "colleague"),
  "other thresholds": ({ practice }, now) =>
    withScope(pool, practice.owner, now, (scope) =>
      setThresholds(scope, { ...thresholdsOf({}), quietDays: 3 + (now.getUTCDate() % 7) }),
    ),
  "the worker": ({ practice }, now) => lookAtSignals(pool, practice.system, now),
};

const names = Object.keys(deeds);
const step = fc.record({
  deed: fc.constantFrom(...names),
  /** Mostly a few minutes later; now and then days. */
  minutes: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.integer({ min: 600, max: 9_000 })),
});

const refusals = new Set(["Refused", "NotFound", "Forbidden", "RangeError", "ZodError"]);
const as = <A extends Actor, T>(actor: A, now: Date, run: (scope: Scope<A>) => Promise<T>) =>
  withScope(pool, actor, now, run);

type Row = Awaited<ReturnType<typeof keptRows>>[number];

/** The kept rows that are held to be true now, in one order. */
const keptRows = async ({ tx, now }: Scope) =>
  (await tx.select().from(caseloadRow))
    .filter(({ goodUntil, isListed, isBoth }) => goodUntil > now && (isListed || !isBoth))
    .map(({ id: _, goodUntil: __, edition: ___, ...row }) => row)
    .sort((a, b) => a.clientId.localeCompare(b.clientId) || Number(a.isBoth) - Number(b.isBoth));

/** Everybody looked at once more and the rows written anew, beside what they should be; and nothing of it is kept. */
async function lookedAtAnew({ practice }: World, now: Date) {
  const undo = new Error("undo");
  let anew: { rows: Row[]; wanted: Awaited<ReturnType<typeof expectedRows>> } = { rows: [], wanted: [] };
  await as(practice.system, now, async (scope) => {
    const everybody = await scope.tx.select({ id: client.id }).from(client);
    await refreshSignals(
      scope,
      everybody.map((one) => one.id),
    );
    anew = { rows: await keptRows(scope), wanted: await expectedRows(scope) };
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return anew;
}

async function expectTrue(world: World, now: Date): Promise<void> {
  const { owner, therapist, colleague, supervisor, system } = world.practice;
  const kept = await as(system, now, keptRows);
  const { rows, wanted } = await lookedAtAnew(world, now);
  expect(rows).toEqual(wanted);
  const held = new Set(kept.map(({ clientId }) => clientId));
  expect(kept).toEqual(rows.filter(({ clientId }) => held.has(clientId)));
  for (const reader of [owner, therapist, colleague, supervisor]) {
    const order = await as(reader, now, (scope) => expectedOrder(scope, wanted));
    const ids = order.map(({ clientId }) => clientId);
    const view = caseloadView.parse({ state: "all" });
    const { facts, counts, everybody } = await as(reader, now, (scope) => getCaseloadPage(scope, view, null));
    expect(facts.map(({ clientId }) => clientId)).toEqual(ids);
    expect(everybody).toBe(ids.length);
    const bySession = await as(reader, now, (scope) => expectedOrder(scope, wanted, "sessionKey"));
    const sorted = await as(reader, now, (scope) => getCaseloadPage(scope, { ...view, sort: "session" }, null));
    expect(sorted.facts.map(({ clientId }) => clientId)).toEqual(bySession.map(({ clientId }) => clientId));
    for (const { clientId, nextSessionAt } of sorted.facts) {
      const key = bySession.find((one) => one.clientId === clientId)?.sessionKey;
      expect(nextSessionAt?.getTime() ?? 999_999_999_999_999).toBe(key);
    }
    const pressing = order.filter(({ level }) => level === "risk" || level === "attention");
    expect(counts["needs-you"].count).toBe(pressing.length);
    expect(counts["needs-you"].first.map(({ clientId }) => clientId)).toEqual(
      pressing.slice(0, 3).map(({ clientId }) => clientId),
    );
  }
}

describe("the kept rows of the caseload", () => {
  it("are what is worked out anew, after any history of what is really done, for every reader", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (history) => {
        const world = await layOutThings(pool);
        await as(world.practice.system, testNow, ({ tx }) =>
          tx.$client.query("update account set password_hash = 'x' where role = 'client' and name <> 'Noor'"),
        );
        // What the world was made of was written past the commands.
        await as(world.practice.system, testNow, async (scope) => {
          await scope.tx.$client.query("update signal_round set next_at = 'epoch'");
          await scope.tx.$client.query("update caseload_row set good_until = 'epoch'");
        });
        await expectTrue(world, testNow);
        await deeds["the worker"]?.(world, testNow);
        await expectTrue(world, testNow);
        expect(await as(world.practice.system, testNow, keptRows)).not.toEqual([]);
        // Read by who reads both, and by nobody else: every history begins with one of the partner who has none alone.
        await deeds["a session of two"]?.(world, testNow);
        await expectTrue(world, testNow);
        let now = testNow;
        for (const { deed, minutes } of history) {
          now = new Date(now.getTime() + minutes * 60_000);
          await deeds[deed]?.(world, now).catch((error: Error) => {
            if (!refusals.has(error.name)) throw error;
          });
          await expectTrue(world, now);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 240_000);
});
