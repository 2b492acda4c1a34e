import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import pg from "pg";
import { expect, test } from "../fixtures";
import type { Role } from "./attack";
import { fingerprint, mintAttackers, visitorsOf } from "./attackers";

test.setTimeout(120_000);

const secret = "Zebra words of my own";

type Answer = { status: number; text: string; kept: { words: unknown; others: unknown[] } | null };

/** What a page sends while somebody writes, from wherever and as whomever. */
async function post(
  visitor: APIRequestContext,
  { origin, ...fields }: Record<string, string> & { origin: string },
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const answer = await visitor.post("/api/drafts", { headers: { origin }, multipart: form, maxRedirects: 0 });
  const text = await answer.text();
  const shown = answer.status() === 200 ? (JSON.parse(text).shown?.kept as string | undefined) : undefined;
  return { status: answer.status(), text, kept: shown ? JSON.parse(shown).given : null };
}

test("nobody keeps, reads, takes or drops a draft that is not theirs, from elsewhere, or of a size that no form has", async ({
  playwright,
  serverUrl: origin,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const attackers = await mintAttackers(pool);
  const visitors = await visitorsOf(playwright.request, origin, attackers);
  const visitor = (role: Role) => visitors.get(role) as APIRequestContext;
  const markOf = async (role: Role): Promise<string> => {
    const page = await visitor(role).get(["client", "partner"].includes(role) ? "/portal/account" : "/account");
    return /name="\$whose" value="([\w-]{22})"/.exec(await page.text())?.[1] ?? "";
  };
  const marks: Partial<Record<Role, string>> = {};
  for (const role of ["owner", "therapist", "supervisor", "client", "partner"] as const)
    marks[role] = await markOf(role);
  const hand = randomUUID();
  const keep = { do: "keep", hand, step: "1", seen: "0", words: JSON.stringify({ body: secret }) };
  /** What an attacker writes comes back to them; what they must not find is another's. */
  const theirs = { ...keep, words: JSON.stringify({ body: "An attacker’s words" }) };
  const as = (role: Role, fields: Record<string, string>) =>
    post(visitor(role), { origin, $whose: marks[role] ?? "", ...fields });

  await test.step("the control: a person's own, kept and found again by nobody but them", async () => {
    for (const place of ["message", "check", "move", "skip/one-real-feeling"])
      expect((await as("client", { ...keep, place })).text, place).toContain('"status":"done"');
    expect((await as("client", { do: "look", place: "message" })).kept?.words).toEqual({ body: secret });
  });

  await test.step("the partner, who may write at the same place, finds nothing of it and changes nothing of it", async () => {
    for (const place of ["message", "check", "skip/one-real-feeling"]) {
      const answer = await as("partner", { do: "look", place });
      expect(answer.kept, place).toMatchObject({ words: null, others: [] });
      expect(answer.text).not.toContain("Zebra");
    }
    for (const does of ["take", "drop"]) {
      const answer = await as("partner", { do: does, place: "message", hand });
      expect(answer.text, does).not.toContain("Zebra");
    }
    // What the partner's page may leave is a row of the partner's own; the client's is as it was.
    expect((await as("client", { do: "look", place: "message" })).kept?.words).toEqual({ body: secret });
  });

  const now = await fingerprint(pool, attackers.practices);
  const refused = async (what: string, answer: Answer) => {
    expect(answer.text, what).toContain('"status":"refused"');
    expect(answer.text, what).not.toMatch(/Zebra|Victim|Okapi|Gnu|Ibis/);
    expect(await fingerprint(pool, attackers.practices), `${what} wrote something`).toBe(now);
  };

  await test.step("staff at a client's place, and a client at staff's", async () => {
    for (const role of ["owner", "therapist", "supervisor"] as const)
      for (const place of ["message", "check", "exercise/one-real-feeling/own", "swap/one-real-feeling"])
        await refused(`${role} at ${place}`, await as(role, { ...theirs, place }));
    const { client } = attackers.linked;
    for (const role of ["client", "partner"] as const)
      for (const place of [`note/${client}/raise`, `reply/${client}`, "editor/reading/start-gently"])
        await refused(`${role} at ${place}`, await as(role, { ...theirs, place }));
  });

  await test.step("about somebody of another practice, of a colleague, or of nobody", async () => {
    for (const who of [attackers.foreign.client, attackers.neighbour.client, randomUUID()])
      for (const place of [`note/${who}/raise`, `reply/${who}`])
        await refused(`therapist at ${place}`, await as("therapist", { ...theirs, place }));
    await refused("owner", await as("owner", { ...theirs, place: `note/${attackers.foreign.client}/raise` }));
    await refused("therapist", await as("therapist", { ...theirs, place: "editor/limits/words" }));
  });

  await test.step("a stranger, another's page, another site", async () => {
    await refused("nobody", await as("nobody", { ...theirs, place: "message" }));
    for (const whose of [marks.partner ?? "", "", "x".repeat(22)])
      await refused(`the page of ${whose}`, await as("client", { ...theirs, place: "message", $whose: whose }));
    for (const from of ["https://elsewhere.example", "null"]) {
      const fields = { ...theirs, place: "message", $whose: marks.client ?? "" };
      await refused(`from ${from}`, await post(visitor("client"), { ...fields, origin: from }));
    }
    const plain = await visitor("client").get("/api/drafts", { maxRedirects: 0 });
    expect(plain.status()).toBe(405);
  });

  await test.step("at no place of ours, of no shape, too long, too many, too large", async () => {
    for (const place of [
      "safe",
      "safety-check",
      "exercise/not-in-the-plan/own",
      "message/x",
      "",
      `note/${"x".repeat(200)}`,
    ])
      await refused(`at ${place}`, await as("client", { ...theirs, place }));
    for (const words of [
      "{",
      "[]",
      '{"body":{"a":1}}',
      JSON.stringify({ body: "x".repeat(20_001) }),
      "x".repeat(60_001),
    ])
      await refused(words.slice(0, 20), await as("client", { ...theirs, place: "message", words }));
    for (const odd of [{ step: "0" }, { step: "1e9" }, { hand: "x" }, { seen: "-1" }, { do: "read" }, { more: "x" }])
      await refused(JSON.stringify(odd), await as("client", { ...theirs, place: "message", ...odd }));
    const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, at) => [`f${at}`, "x"]));
    // Turned away at the door, before anything reads it.
    const tooMany = await as("client", { ...theirs, place: "message", ...many });
    expect(tooMany.status).toBe(413);
    expect(tooMany.text).not.toMatch(/Zebra|attacker/);
    expect(await fingerprint(pool, attackers.practices), "many fields wrote something").toBe(now);
    const large = visitor("client").post("/api/drafts", {
      headers: { origin },
      multipart: { ...theirs, place: "message", $whose: marks.client ?? "", words: "x".repeat(3_000_000) },
      maxRedirects: 0,
    });
    const answer = await large.catch(() => null);
    if (answer) expect(answer.status() >= 400 || /"status":"refused"/.test(await answer.text())).toBe(true);
    expect(await fingerprint(pool, attackers.practices), "a large one wrote something").toBe(now);
  });
  for (const one of visitors.values()) await one.dispose();
  await pool.end();
});
