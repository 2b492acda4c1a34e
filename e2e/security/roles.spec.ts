import { randomUUID } from "node:crypto";
import pg from "pg";
import { numbered } from "@/lib/paths";
import { expect, test } from "../fixtures";
import { mintAttackers, mintOthers, visitorsWith } from "./attackers";
import { ownersAlone, routes } from "./routes";

test.setTimeout(120_000);

/** As which of the three in the list of routes somebody stands before a page that is about nobody in particular. */
const standsAs = {
  nobody: "nobody",
  "somebody without access": "nobody",
  owner: "owner",
  "another practice’s owner": "owner",
  therapist: "owner",
  colleague: "owner",
  supervisor: "owner",
  client: "client",
  partner: "client",
} as const;

/** What everybody may ask for, and ends or renews something; what has an id is in actions.spec.ts. */
const isLeftOut = (route: string) => /\[|^\/api\/(leave|session)|^\/sign-in\/changed$/.test(route);

test("each page without an id opens for the roles that it is for, of nine, and for no other", async ({
  playwright,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const attackers = await mintAttackers(pool);
  const tokens = { ...attackers.tokens, ...(await mintOthers(pool)) };
  const visitors = await visitorsWith(playwright.request, serverUrl, tokens);
  const asked = Object.entries(routes).filter(([route]) => !isLeftOut(route));
  expect(asked.length).toBeGreaterThan(60);
  for (const [route, { opens }] of asked)
    await Promise.all(
      [...visitors].map(async ([who, visitor]) => {
        const stands = standsAs[who as keyof typeof standsAs];
        const answer = await visitor.get(numbered(route) ?? route, { maxRedirects: 0 });
        const isIn = answer.status() < 300;
        const isOwner = who === "owner" || who === "another practice’s owner";
        const may = opens.includes(stands) && (isOwner || stands !== "owner" || !ownersAlone.includes(route));
        // A door leads somebody who is in on their way, and nobody to where it stands.
        if (!may) expect.soft(isIn, `${who} at ${route}: ${answer.status()}`).toBe(false);
        else expect.soft(answer.status(), `${who} at ${route}`).toBeLessThan(400);
      }),
    );
  for (const visitor of visitors.values()) await visitor.dispose();
  await pool.end();
});

test("each page about somebody is as absent for a colleague, another practice and somebody without access as one about nobody", async ({
  playwright,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const { own, colleague } = await mintAttackers(pool);
  const visitors = await visitorsWith(playwright.request, serverUrl, { ...(await mintOthers(pool)), colleague });
  const about = Object.keys(routes).filter((route) => route.includes("[clientId]"));
  for (const route of about)
    for (const [who, visitor] of visitors) {
      const path = route
        .replace("[clientId]", own.client)
        .replace("[assessmentId]", own.assessment)
        .replaceAll(/\[\w+\]/g, () => randomUUID());
      const answer = await visitor.get(path, { maxRedirects: 0 });
      const at = `${who} at ${path}`;
      if (who === "somebody without access") expect([307, 401, 404], at).toContain(answer.status());
      else expect(answer.status(), at).toBe(404);
      expect(await answer.text(), at).not.toContain("Own Client");
    }
  for (const visitor of visitors.values()) await visitor.dispose();
  await pool.end();
});
