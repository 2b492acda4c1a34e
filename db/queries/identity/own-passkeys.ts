import { and, desc, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { tokenHash } from "../../commands/identity/one-time-token";
import { passkey } from "../../schema/passkey";
import type { Scope } from "../../scope";

export type OwnPasskey = {
  readonly id: string;
  readonly device: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
};

/** The passkeys of the person who asks that still open Nearer, newest first. */
export async function ownPasskeys({ actor, tx }: Scope<StaffActor | ClientActor>): Promise<OwnPasskey[]> {
  return tx
    .select({ id: passkey.id, device: passkey.device, addedAt: passkey.addedAt, lastUsedAt: passkey.lastUsedAt })
    .from(passkey)
    .where(
      and(eq(passkey.practiceId, actor.practiceId), eq(passkey.accountId, actor.accountId), isNull(passkey.endedAt)),
    )
    .orderBy(desc(passkey.addedAt), passkey.id);
}

/** Whether a passkey stands for somebody in this browser, before it is known who comes. */
export async function hasPasskeyHere(pool: Pool, mark: string): Promise<boolean> {
  const { rows } = await pool.query<{ here: boolean }>("select door_passkey_here($1) as here", [tokenHash(mark)]);
  return rows[0]?.here === true;
}
