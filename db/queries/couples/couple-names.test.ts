import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { endCouple } from "@/db/commands/couples/end-couple";
import { client } from "@/db/schema/clients";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { ending } from "@/db/testing/talked-alone";
import type { Actor, ClientActor, StaffActor } from "@/lib/actor";
import { namesOfCouple } from "./couple-names";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const names = (actor: StaffActor, { clientId }: Pick<ClientActor, "clientId">) =>
  as(actor, (scope) => namesOfCouple(scope, clientId));

describe("the names that words for a client must not hold", () => {
  it("are the client’s own alone where nobody else is known, and nobody else’s of the practice", async () => {
    const practice = await mintPractice(pool);
    const ines = await mintClient(pool, practice);
    await mintClient(pool, practice, { name: "Noor" });
    expect(await names(practice.therapist, ines)).toEqual(["Ines"]);
  });

  it("are the partner’s too: as it was written down, and of everybody linked, also after the link ended", async () => {
    const { practice, ines, dario, coupleId } = await linkedCouple(pool);
    expect(await names(practice.therapist, ines)).toEqual(["Ines", "Dario"]);
    expect(await names(practice.therapist, dario)).toEqual(["Dario", "Ines"]);
    await as(practice.system, ({ tx }) =>
      tx.update(client).set({ partnerName: "Dado" }).where(eq(client.id, ines.clientId)),
    );
    await as(practice.therapist, (scope) => endCouple(scope, { coupleId, ...ending }), minutesLater(1));
    expect(await names(practice.therapist, ines)).toEqual(["Ines", "Dado", "Dario"]);
  });

  it("are nobody’s where the client is of another practice or unknown", async () => {
    const { ines } = await linkedCouple(pool);
    const stranger = await mintPractice(pool);
    expect(await names(stranger.owner, ines)).toEqual([]);
    expect(await names(stranger.owner, { clientId: crypto.randomUUID() })).toEqual([]);
  });
});
