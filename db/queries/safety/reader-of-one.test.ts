import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getSafetyPanel } from "@/db/queries/safety/safety";
import { readsPartnerOf, saysGainOf } from "@/db/queries/safety/shared-class";
import { getClientSignals } from "@/db/queries/signals/client-signals";
import { client } from "@/db/schema/clients";
import { safetyScreen } from "@/db/schema/safety";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at, type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { mintClient, testNow } from "@/db/testing/mint";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { ClientActor, StaffActor } from "@/lib/actor";

const pool = testPool();
const aWeek = 7 * 24 * 60;

/** Two who are linked and clear; a colleague reads Dario and not Ines. */
async function apart(): Promise<LinkedCouple> {
  const couple = await linkedCouple(pool);
  const { practice, dario } = couple;
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.update(client).set({ therapistId: practice.colleague.accountId }).where(eq(client.id, dario.clientId)),
  );
  return couple;
}

/** All that the colleague's pages are made of about joint steps and the gate, without ids. */
async function readAt({ practice, dario }: LinkedCouple, minute: number) {
  return withScope(pool, practice.colleague, at(minute), async (scope) => {
    const { people: _people, ...panel } = await getSafetyPanel(scope, dario.clientId);
    const [fact] = (await getCaseloadFacts(scope)).filter(({ clientId }) => clientId === dario.clientId);
    const signals = fact?.signals.map(({ kind, key, data, state }) => ({ kind, key, data, state }));
    const { history } = await getClientSignals(scope, dario.clientId);
    const past = history.map(({ kind, step, at: when, by, note }) => ({ kind, step, when, by, note }));
    const ids = (rows: unknown) =>
      JSON.parse(JSON.stringify(rows ?? []).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id"));
    return { panel, signals: ids(signals), past, gain: await saysGainOf(scope, dario.clientId) };
  });
}

const acts: Record<string, (couple: LinkedCouple) => Promise<unknown>> = {
  "a stop": ({ practice, ines }) =>
    withScope(pool, practice.owner, at(1), (scope) =>
      raiseGate(scope, { clientId: ines.clientId, kind: "stop", reason: "What she told me." }),
    ),
  "a stop, and own steps for both at once": async (couple) => {
    await acts["a stop"]?.(couple);
    const { practice, ines } = couple;
    await withScope(pool, practice.owner, at(2), (scope) =>
      chooseAfterStop(scope, { clientId: ines.clientId, choice: "now" }),
    );
  },
  "that the partner has hurt the other": ({ practice, ines }) =>
    withScope(pool, practice.system, at(1), ({ tx }) =>
      tx.insert(safetyScreen).values({
        ...{ practiceId: ines.practiceId, id: randomUUID(), clientId: ines.clientId },
        ...{ outcome: "stop", ownHarm: true, reportsHarm: false, answeredAt: at(1) },
      }),
    ),
};

describe("who reads one of two", () => {
  for (const [name, act] of Object.entries(acts))
    it(`learns nothing of ${name} on the other's side, on any day`, async () => {
      const [calm, other] = [await apart(), await apart()];
      await act(other);
      for (const minute of [5, aWeek, 2 * aWeek])
        expect(await readAt(other, minute), `minute ${minute}`).toEqual(await readAt(calm, minute));
      const read = await withScope(pool, other.practice.owner, at(aWeek), (scope) =>
        getSafetyPanel(scope, other.dario.clientId),
      );
      expect(read.shared.open, "the lead reads that joint steps are closed").toBe(false);
    });

  it("is told of each person apart whether they read the other: not of one of two, and of who has no link", async () => {
    const { practice, ines, dario } = await apart();
    const noor = await mintClient(pool, practice, { name: "Noor", therapist: practice.colleague });
    const reads = (actor: StaffActor, { clientId }: ClientActor) =>
      withScope(pool, actor, at(1), (scope) => readsPartnerOf(scope, clientId));
    const read = (actor: StaffActor) => Promise.all([ines, dario, noor].map((person) => reads(actor, person)));
    expect(await read(practice.colleague)).toEqual([false, false, true]);
    expect(await read(practice.owner)).toEqual([true, true, true]);
    const stranger = await linkedCouple(pool);
    expect(await read(stranger.practice.owner)).toEqual([false, false, false]);
  });

  it("hands back the mark that they were shown, and clears by it once the link has ended", async () => {
    const couple = await apart();
    await acts["that the partner has hurt the other"]?.(couple);
    await withScope(pool, couple.practice.system, at(3), ({ tx }) =>
      tx.execute(`update couple set ended_at = '${at(2).toISOString()}', ended_by = '${couple.practice.owner.accountId}',
        end_shown_on = '2026-11-23' where id = '${couple.coupleId}'`),
    );
    const { seen } = (await readAt(couple, 4)).panel;
    await withScope(pool, couple.practice.colleague, at(5), (scope) =>
      clearGate(scope, { clientId: couple.dario.clientId, reason: "We talked alone.", talk: talkedAlone, seen }),
    );
    expect((await readAt(couple, 6)).panel.gate.state).toBe("clear");
  });
});
