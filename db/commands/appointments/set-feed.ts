import { randomUUID } from "node:crypto";
import { mintToken, tokenHash } from "@/db/commands/identity/one-time-token";
import type { StaffActor } from "@/lib/actor";
import type { FeedForm } from "@/lib/appointments/feed";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { calendarFeed } from "../../schema/appointments";
import type { Scope } from "../../scope";

/** Makes a new secret address for one’s own calendar, which ends the one before, or ends the feed. Gives the secret, once. */
export async function setFeed(scope: Scope<StaffActor>, { feed }: FeedForm): Promise<string | null> {
  const { actor, tx, now } = scope;
  authorize(actor, "appointments.keep");
  const token = feed === "off" ? null : mintToken();
  const id = randomUUID();
  await tx.insert(calendarFeed).values({
    ...{ practiceId: actor.practiceId, id, accountId: actor.accountId, setAt: now },
    ...{ titles: feed === "initials" ? "initials" : "nobody", tokenHash: token && tokenHash(token).toString("hex") },
  });
  await recordAudit(scope, "appointments.feed-set", { id });
  return token;
}
