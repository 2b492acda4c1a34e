import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import pg from "pg";
import { expect, test } from "../fixtures";
import { attacks, servedActions } from "./actions";
import { type Ids, type Role, roles } from "./attack";
import { type Attackers, fingerprint, mintAttackers, visitorsOf } from "./attackers";
import { routes } from "./routes";
import { markOf, send } from "./sending";

test.setTimeout(600_000);

test("every action that the build serves is listed, with a form for it", () => {
  expect(servedActions().map(({ name }) => name)).toEqual(Object.keys(attacks).sort());
});

const missing = (instrument: string): Ids => ({
  ...{ client: randomUUID(), account: randomUUID(), assessment: randomUUID(), event: randomUUID() },
  ...{ attempt: randomUUID(), version: randomUUID(), decision: randomUUID(), session: randomUUID() },
  ...{ assignment: randomUUID(), couple: randomUUID(), letter: randomUUID(), fresh: randomUUID(), instrument },
});

/** Forms that this role has no right to send: aimed at nothing first, then at others; or not the action's own. */
function formsOf(name: string, role: Role, { foreign, neighbour, linked }: Attackers): Record<string, string>[] {
  const attack = attacks[name];
  if (!attack) throw new Error(`No form for ${name}.`);
  if (attack.may.includes(role)) return [{ somethingElse: "x" }];
  const targets: Omit<Ids, "fresh">[] = [missing(foreign.instrument), foreign];
  if (role !== "owner") targets.push(neighbour);
  if (role === "client") targets.push(linked);
  return targets.map((ids) => attack.form({ ...ids, fresh: randomUUID() }));
}

/** An answer without what its sender put in and what is drawn anew for each; its pieces arrive in no order. */
const withoutIds = (text: string) =>
  text
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "(id)")
    .replaceAll(/[\w+/]{22}==/g, "(nonce)")
    .replaceAll(/"[\w-]{21}([mv])"/g, '"(request)$1"')
    .split("\n")
    .sort()
    .join("\n");

test("no action lets anybody do what is not theirs: nothing is written, and the answer tells nothing", async ({
  playwright,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const attackers = await mintAttackers(pool);
  const visitors = await visitorsOf(playwright.request, serverUrl, attackers);
  for (const [role, visitor] of visitors) {
    const at = ["client", "partner"].includes(role) ? "/portal" : "/caseload";
    if (role !== "nobody")
      expect((await visitor.get(at, { maxRedirects: 0 })).status(), `${role} is signed in`).toBe(200);
  }
  const marks = new Map<Role, string>();
  for (const [role, visitor] of visitors) marks.set(role, await markOf(visitor, role));
  const before = await fingerprint(pool, attackers.practices);
  for (const action of servedActions()) {
    await Promise.all(
      roles.map(async (role) => {
        const visitor = visitors.get(role);
        let toNothing: string | undefined;
        for (const form of visitor ? formsOf(action.name, role, attackers) : []) {
          const mark = marks.get(role) ?? "";
          const answer = await send(visitor as APIRequestContext, { action, form, mark, origin: serverUrl });
          const text = await answer.text();
          const at = `${role} at ${action.name}`;
          expect(text, `${at}: the page is the sender’s own`).not.toContain("Somebody else is signed in here");
          expect(answer.status(), at).toBeLessThan(400);
          expect(text, at).not.toMatch(/Victim|Zebra|Okapi|Gnu|Ibis/);
          if (!("somethingElse" in form))
            expect(text, `${at}: the form has to fit`).not.toContain("fields marked below");
          // A door counts tries, draws anew what it asks of a passkey, and knows nobody whose id would tell anything.
          if (action.name.startsWith("app/(auth)/")) continue;
          toNothing ??= withoutIds(text);
          expect(withoutIds(text), `${at}: what is somebody’s is as absent as nothing`).toBe(toNothing);
        }
      }),
    );
    expect(await fingerprint(pool, attackers.practices), `${action.name} wrote something`).toBe(before);
  }
  for (const visitor of visitors.values()) await visitor.dispose();
  await pool.end();
});

test("no page opens with an id that is not the reader's own, for any role", async ({
  playwright,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const attackers = await mintAttackers(pool);
  const visitors = await visitorsOf(playwright.request, serverUrl, attackers);
  const withIds = Object.keys(routes).filter((route) => /\[(clientId|assessmentId|versionId)\]/.test(route));
  expect(withIds.length).toBeGreaterThan(8);
  for (const route of withIds) {
    for (const [role, visitor] of visitors) {
      const { foreign, neighbour, linked } = attackers;
      const others =
        role === "client" ? [foreign, neighbour, linked] : role === "owner" ? [foreign] : [foreign, neighbour];
      let toNothing: string | undefined;
      for (const ids of [missing(""), ...(route.includes("[versionId]") ? [foreign] : others)]) {
        const path = route
          .replace("[clientId]", ids.client)
          .replace("[assessmentId]", ids.assessment)
          .replace("[versionId]", ids.version)
          .replaceAll(/\[\w+\]/g, () => randomUUID());
        const answer = await visitor.get(path, { maxRedirects: 0 });
        const at = `${role} at ${path}`;
        if (role === "nobody") expect([307, 401, 404], at).toContain(answer.status());
        else expect(answer.status(), at).toBe(404);
        const text = await answer.text();
        expect(text, at).not.toMatch(/Victim|Zebra|Okapi|Gnu|Ibis/);
        const bytes = withoutIds(text);
        toNothing ??= bytes;
        expect(bytes, `${at}: as absent as nothing`).toBe(toNothing);
      }
    }
  }
  for (const visitor of visitors.values()) await visitor.dispose();
  await pool.end();
});
