import type { Browser, BrowserContext, Page } from "@playwright/test";
import { addOwnMessage } from "@/db/commands/messages/add-own-message";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { daysAgo, type InPractice } from "./couple";
import { nobody } from "./people";
import { mintSession, sessionCookie } from "./security/minted-session";
import { routes } from "./security/routes";

export type Watched = { coupleId: string; clientId: string; sittings: { id: string; key: string }[] };

/** Two people: one at a stop with an open event and an unread message, the other waits; joint steps are open this week. */
export async function watchedCouple(practice: InPractice, mail: string): Promise<Watched> {
  const { first, second, coupleId } = await practice.enrolCouple(["Vera Sandvik", "Nils Sandvik"], mail);
  for (const { actor } of [first, second]) await practice.agree(actor, daysAgo(2));
  await practice.sit(first.actor, { emotional: [36, 76], social: [48, 56] });
  await practice.as(first.actor, (scope) => addOwnMessage(scope, { id: crypto.randomUUID(), body: "About Nils." }));
  await practice.as(first.actor, (scope) => sayNotSafe(scope, {}));
  await practice.as(practice.owner, (scope) =>
    raiseGate(scope, { clientId: first.actor.clientId, kind: "stop", reason: "What Vera told me alone." }),
  );
  const { rows } = await practice.pool.query<{ id: string; key: string }>(
    `select a.id, v.key from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
      where a.client_id = $1 order by v.key, a.due_on`,
    [first.actor.clientId],
  );
  // One of each questionnaire, and the one that was answered.
  const sittings = rows.filter(({ key }, i) => rows.findIndex((row) => row.key === key) === i);
  return { coupleId, clientId: first.actor.clientId, sittings };
}

/** Every page for staff, with what stands in its address. */
export function staffAddresses({ coupleId, clientId, sittings }: Watched): string[] {
  return Object.entries(routes)
    .filter(([, { opens }]) => opens.includes("owner") && !opens.includes("nobody"))
    .map(([route]) => route)
    .filter((route) => !/^\/(api|second-factor|sign-in)|\[versionId\]/.test(route))
    .flatMap((route) => {
      const filled = route
        .replace("[clientId]", clientId)
        .replace("[coupleId]", coupleId)
        .replace("[key]", route.startsWith("/settings/readings") ? "start-gently" : "five-dimensions");
      return filled.includes("[assessmentId]")
        ? sittings.map(({ id }) => filled.replace("[assessmentId]", id))
        : [filled];
    });
}

/** Those that are about people. */
export const isAboutPeople = (address: string): boolean => /^\/(caseload|clients\/[0-9a-f]|couples)/.test(address);

type Signed = { context: BrowserContext; page: Page };

/** The owner in a browser of their own, whose switch nobody else turns. */
export async function ownerIn(
  browser: Browser,
  { pool, owner }: InPractice,
  url: string,
  javaScriptEnabled = true,
): Promise<Signed> {
  const { token } = await mintSession(pool, owner.practiceId, owner.accountId, "staff");
  const context = await browser.newContext({ storageState: nobody, baseURL: url, javaScriptEnabled });
  await context.addCookies([{ name: sessionCookie, value: token, url }]);
  return { context, page: await context.newPage() };
}
