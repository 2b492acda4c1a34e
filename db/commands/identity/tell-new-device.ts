import { and, eq, gt, isNull } from "drizzle-orm";
import { lettersAgainFrom } from "@/lib/identity/new-device";
import { credentialChange } from "../../schema/credential-change";
import { session } from "../../schema/identity";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";
import type { Person } from "./person";
import { tellChange } from "./tell-change";

type NewDevice = { markHash: Buffer; device: string };

/**
 * Tells of a browser that never signed in here before. To somebody who clears their browser each time, and is told to, every
 * sign-in is such a one: their letters would say when they were here, so a client gets one a week for one kind of device.
 */
export async function tellNewDevice(
  scope: Scope,
  { accountId, role }: Pick<Person, "accountId" | "role">,
  { markHash, device }: NewDevice,
): Promise<void> {
  const isByLetter = role !== "client" || !(await wasWrittenLately(scope, accountId, device));
  await tellChange(scope, accountId, "new-device", { markHash, isByLetter });
}

/** Whether a letter about the same kind of device stands in the week before. One that was set aside told nobody. */
async function wasWrittenLately({ actor, tx, now }: Scope, accountId: string, device: string): Promise<boolean> {
  const { practiceId } = actor;
  const [written] = await tx
    .select({ id: outboxLetter.id })
    .from(credentialChange)
    .innerJoin(
      session,
      and(
        eq(session.practiceId, credentialChange.practiceId),
        eq(session.accountId, credentialChange.accountId),
        eq(session.markHash, credentialChange.markHash),
      ),
    )
    .innerJoin(
      outboxLetter,
      and(
        eq(outboxLetter.practiceId, credentialChange.practiceId),
        eq(outboxLetter.aboutKind, "credentials"),
        eq(outboxLetter.aboutId, credentialChange.id),
      ),
    )
    .where(
      and(
        eq(credentialChange.practiceId, practiceId),
        eq(credentialChange.accountId, accountId),
        eq(credentialChange.kind, "new-device"),
        eq(session.device, device),
        gt(outboxLetter.createdAt, lettersAgainFrom(now)),
        isNull(outboxLetter.setAsideAt),
      ),
    )
    .limit(1);
  return written !== undefined;
}
