import "server-only";
import { headers } from "next/headers";
import { notice } from "@/db/commands/identity/notice";
import { log } from "@/db/log";
import { type OpenSession, openSession } from "@/db/queries/identity/session";
import { inTransaction } from "@/db/scope";
import type { NoticedKind } from "@/lib/audit/noticed";
import { Forbidden, NotFound } from "@/lib/errors";
import { deviceName } from "@/lib/identity/device";
import { hashToken, readSessionToken } from "./auth/session-cookie";
import { now as clock } from "./clock";
import { database } from "./database";

/** A load or an action ended with a no: kept with whose sign-in it was. Anything else is no refusal, and not for here. */
export async function noticeRefusal(session: OpenSession, error: unknown, now: Date): Promise<void> {
  const kind = error instanceof NotFound ? "not-there" : error instanceof Forbidden ? "may-not" : null;
  if (kind) await keep(session, kind, now);
}

/** A form from another site. Whose browser sent it is known where that site could make it bring the sign-in along. */
export async function noticeElsewhere(): Promise<void> {
  const token = await readSessionToken();
  const now = clock();
  const answer = token
    ? await inTransaction(database(), "read committed", (tx) => openSession(tx, hashToken(token), now, false)).catch(
        () => null,
      )
    : null;
  if (answer?.state === "live") await keep(answer.session, "from-elsewhere", now);
  else log.info({ kind: "from-elsewhere", device: await readDevice() }, "noticed");
}

const keep = async ({ actor }: OpenSession, kind: NoticedKind, now: Date): Promise<void> =>
  notice(database(), actor, now, {
    ...{ kind, accountId: actor.accountId, sessionId: actor.sessionId },
    device: await readDevice(),
  });

const readDevice = async () => deviceName((await headers()).get("user-agent"));
