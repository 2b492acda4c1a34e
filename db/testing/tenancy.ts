import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { expect, it } from "vitest";
import { type Scope, withScope } from "@/db/scope";
import type { Actor, StaffActor } from "@/lib/actor";
import { type MintedPractice, mintPractice, testNow } from "./mint";

type Reader = (scope: Scope<StaffActor>, clientId: string) => Promise<unknown>;

/**
 * The cases that every query and command about one client has to pass: another practice, another therapist and an id
 * that is nobody's are all the same NotFound. `minted` gives the practice whose therapist may reach the client.
 */
export function itKeepsToItsTenant(
  pool: Pool,
  minted: () => { practice: MintedPractice; clientId: string },
  run: Reader,
  { supervisorMay }: { supervisorMay: boolean },
): void {
  const as = (actor: StaffActor, id = minted().clientId) => withScope(pool, actor, testNow, (scope) => run(scope, id));

  it("is not found from another practice, whoever asks", async () => {
    const foreign = await mintPractice(pool);
    for (const actor of [foreign.owner, foreign.supervisor, foreign.therapist]) {
      await expect(as(actor)).rejects.toMatchObject({ name: "NotFound" });
    }
  });

  it("is not found by a colleague who is not this client's therapist", async () => {
    await expect(as(minted().practice.colleague)).rejects.toMatchObject({ name: "NotFound" });
  });

  it("is not found under an id that is nobody's", async () => {
    await expect(as(minted().practice.owner, randomUUID())).rejects.toMatchObject({ name: "NotFound" });
  });

  it(`${supervisorMay ? "is open" : "is not found"} to the therapist's supervisor`, async () => {
    const asked = as(minted().practice.supervisor);
    if (supervisorMay) await expect(asked).resolves.toBeDefined();
    else await expect(asked).rejects.toMatchObject({ name: "NotFound" });
  });
}

/** Audit rows of one practice, newest last. */
export async function auditOf(
  pool: Pool,
  actor: Actor,
): Promise<{ action: string; client_id: string | null; actor_id: string | null }[]> {
  return withScope(pool, actor, testNow, async ({ tx }) => {
    const { rows } = await tx.$client.query("select action, client_id, actor_id from audit_entry order by at, action");
    return rows;
  });
}
