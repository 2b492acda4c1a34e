import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, or } from "drizzle-orm";
import { sessionLimits } from "@/lib/identity/session-limits";
import { recordAudit } from "../../audit";
import { credentialChange } from "../../schema/credential-change";
import { session } from "../../schema/identity";
import { endPushIn } from "../letters/push-here";
import type { Browser } from "./caller";
import { rememberDevice } from "./known-device";
import { mintToken, tokenHash } from "./one-time-token";
import type { Person } from "./person";
import { startFactor } from "./start-factor";
import { tellNewDevice } from "./tell-new-device";
import type { SystemScope } from "./with-system-scope";

export type OpenedSession = {
  readonly token: string;
  readonly endsAt: Date;
  readonly role: Person["role"];
  readonly stage: "factor_setup" | "full";
  /** For the browser to keep: from here on it is known to this account. */
  readonly deviceMark: string;
  /** Something about how they sign in changed, and they have not read it. */
  readonly hasNews: boolean;
};

/**
 * A new session with a new token. Staff without a confirmed second factor get one that can set it up and nothing
 * else, with a fresh key waiting for them.
 */
export async function openSessionFor(
  scope: SystemScope,
  person: Pick<Person, "accountId" | "role" | "email">,
  { device, deviceMark, hasFactor, isSample }: Browser & { hasFactor: boolean; isSample?: boolean },
): Promise<OpenedSession> {
  const { tx, actor, now } = scope;
  const stage = person.role === "client" || hasFactor ? "full" : "factor_setup";
  if (stage === "factor_setup") await startFactor(scope, person.accountId);
  const token = mintToken();
  const { idleSeconds, absoluteSeconds } = sessionLimits(person.role);
  const endsAt = new Date(now.getTime() + absoluteSeconds * 1000);
  const kind = device.slice(0, 80);
  const browser = await rememberDevice(scope, person.accountId, deviceMark);
  await tx.insert(session).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    accountId: person.accountId,
    tokenHash: tokenHash(token),
    stage,
    device: kind,
    markHash: browser.markHash,
    createdAt: now,
    lastSeenAt: now,
    idleSeconds,
    endsAt,
  });
  await endPushIn(tx, { markHash: browser.markHash, exceptAccount: person.accountId, why: "another" }, now);
  await recordAudit(scope, "identity.signed-in", { id: person.accountId });
  // Everybody comes into the sample as everybody, without a password: that is nobody's news.
  if (browser.isNewAmongOthers && !isSample)
    await tellNewDevice(scope, person, { markHash: browser.markHash, device: kind });
  return {
    token,
    endsAt,
    role: person.role,
    stage,
    deviceMark: browser.mark,
    hasNews: await hasUnread(scope, person.accountId, browser.markHash),
  };
}

async function hasUnread({ actor, tx }: SystemScope, accountId: string, here: Buffer): Promise<boolean> {
  const [row] = await tx
    .select({ id: credentialChange.id })
    .from(credentialChange)
    .where(
      and(
        eq(credentialChange.practiceId, actor.practiceId),
        eq(credentialChange.accountId, accountId),
        isNull(credentialChange.readAt),
        or(isNull(credentialChange.markHash), ne(credentialChange.markHash, here)),
      ),
    )
    .limit(1);
  return row !== undefined;
}
