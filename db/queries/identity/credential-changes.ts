import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { ClientActor, StaffActor } from "@/lib/actor";
import type { CredentialChange } from "@/lib/identity/credential-change";
import { credentialChange } from "../../schema/credential-change";
import { account, session } from "../../schema/identity";
import type { Scope } from "../../scope";

const sessionRow = alias(session, "s");

const mostShown = 20;

export type ToldChange = {
  id: string;
  kind: CredentialChange;
  by: string | null;
  at: Date;
  /** The kind of device of a browser that is new, while its sign-in is kept. */
  device: string | null;
};

/** A browser that is new is told in every other one: whoever came in with it reads nothing of it, and cannot put it away. */
export const isToldHere = ({ practiceId, sessionId }: StaffActor | ClientActor) =>
  qualified`(${credentialChange.markHash} is null or ${credentialChange.markHash} is distinct from
    (select ${sessionRow.markHash} from ${session} ${sessionRow} where ${sessionRow.practiceId} = ${practiceId} and ${sessionRow.id} = ${sessionId}))`;

/** What changed about how the person who asks signs in and they have not read yet, newest first. */
export async function unreadChanges({ actor, tx }: Scope<StaffActor | ClientActor>): Promise<ToldChange[]> {
  return tx
    .select({
      id: credentialChange.id,
      kind: credentialChange.kind,
      by: account.name,
      at: credentialChange.changedAt,
      device: qualified<
        string | null
      >`(select ${sessionRow.device} from ${session} ${sessionRow} where ${sessionRow.practiceId} = ${credentialChange.practiceId}
        and ${sessionRow.accountId} = ${credentialChange.accountId} and ${sessionRow.markHash} = ${credentialChange.markHash}
        order by ${sessionRow.createdAt} limit 1)`,
    })
    .from(credentialChange)
    .leftJoin(
      account,
      and(eq(account.practiceId, credentialChange.practiceId), eq(account.id, credentialChange.changedBy)),
    )
    .where(
      and(
        eq(credentialChange.practiceId, actor.practiceId),
        eq(credentialChange.accountId, actor.accountId),
        isNull(credentialChange.readAt),
        isToldHere(actor),
      ),
    )
    .orderBy(desc(credentialChange.changedAt), desc(credentialChange.id))
    .limit(mostShown);
}
