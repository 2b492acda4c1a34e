import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { findLink } from "@/db/commands/identity/find-link";
import { withSystemScope } from "@/db/commands/identity/with-system-scope";
import {
  addressChange,
  clientCorrection,
  clientCorrectionAfter,
  clientCorrectionBefore,
  clientCorrectionReason,
} from "@/db/schema/client-life";
import { client } from "@/db/schema/clients";
import { account, oneTimeLink } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { Correction } from "@/lib/clients/correction";
import { authorize } from "@/lib/policy";

const most = 40;

export type CorrectionRecord = Correction & { id: string; reason: string | null; by: string; at: Date };

/** What was put right on the record of a client within reach, newest first. */
export async function getCorrections(scope: Scope<StaffActor>, clientId: string): Promise<CorrectionRecord[]> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const { id, field, beforeSealed, afterSealed, reasonSealed, correctedAt } = clientCorrection;
  const rows = await tx
    .select({ id, field, beforeSealed, afterSealed, reasonSealed, at: correctedAt, by: account.name })
    .from(clientCorrection)
    .innerJoin(
      client,
      and(eq(client.practiceId, clientCorrection.practiceId), eq(client.id, clientCorrection.clientId)),
    )
    .innerJoin(
      account,
      and(eq(account.practiceId, clientCorrection.practiceId), eq(account.id, clientCorrection.correctedBy)),
    )
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(desc(correctedAt), desc(id))
    .limit(most);
  return rows.map(({ beforeSealed: before, afterSealed: after, reasonSealed: reason, ...row }) => {
    const place = { practiceId: actor.practiceId, id: row.id };
    return {
      ...row,
      before: clientCorrectionBefore.readOrNull(before, place),
      after: clientCorrectionAfter.readOrNull(after, place),
      reason: clientCorrectionReason.readOrNull(reason, place),
    };
  });
}

export type OpenAddressChange = { id: string; email: string; by: string; askedAt: Date; endsAt: Date };

/** A new address of a client within reach that waits to be confirmed; null where none does. */
export async function viewOpenAddressChange(
  scope: Scope<StaffActor>,
  clientId: string,
): Promise<OpenAddressChange | null> {
  const { tx, now } = scope;
  const [row] = await tx
    .select({
      id: addressChange.id,
      email: addressChange.email,
      by: account.name,
      askedAt: addressChange.askedAt,
      endsAt: oneTimeLink.endsAt,
    })
    .from(addressChange)
    .innerJoin(client, and(eq(client.practiceId, addressChange.practiceId), eq(client.id, addressChange.clientId)))
    .innerJoin(
      oneTimeLink,
      and(eq(oneTimeLink.practiceId, addressChange.practiceId), eq(oneTimeLink.id, addressChange.id)),
    )
    .innerJoin(account, and(eq(account.practiceId, addressChange.practiceId), eq(account.id, addressChange.askedBy)))
    .where(
      and(
        visibleClients(scope),
        eq(client.id, clientId),
        isNull(oneTimeLink.usedAt),
        isNull(oneTimeLink.withdrawnAt),
        gt(oneTimeLink.endsAt, now),
      ),
    )
    .orderBy(desc(addressChange.askedAt))
    .limit(1);
  return row ?? null;
}

/** The address that a link confirms; undefined for one that no longer works, whatever the reason. */
export async function viewNewAddress(pool: Pool, token: string, now: Date): Promise<string | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const link = await findLink(pool, token, "address", now);
  if (!link) return undefined;
  return withSystemScope(pool, link.practiceId, now, async ({ actor, tx }) => {
    const [row] = await tx
      .select({ email: addressChange.email })
      .from(addressChange)
      .where(and(eq(addressChange.practiceId, actor.practiceId), eq(addressChange.id, link.linkId)));
    return row?.email;
  });
}
