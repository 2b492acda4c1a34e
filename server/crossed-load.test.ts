import { expect, it, vi } from "vitest";
import { mintPerson, peoplePool, withFactor } from "@/db/testing/people";

const now = new Date("2026-11-23T10:00:00Z");
const jar = new Map<string, string>();
vi.mock("./env", () => ({ env: () => ({ isHttps: false, NEXTAUTH_SECRET: "a secret of thirty-two characters" }) }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => now }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
const { inSession } = await import("./request-session");

it("is read once more where somebody entered something at the same moment, and no more than once", async () => {
  const person = await mintPerson(peoplePool(), now);
  jar.set("nearer-session", (await withFactor(peoplePool(), person, now)).session.token);
  let looks = 0;
  const load = (crossings: number) => {
    looks = 0;
    return inSession("load", async ({ tx, session }) => {
      looks += 1;
      const { practiceId, accountId } = session.actor;
      const rename = "update account set name = $3 where practice_id = $1 and id = $2";
      await tx.$client.query("select name from account where practice_id = $1 and id = $2", [practiceId, accountId]);
      if (looks <= crossings) {
        const other = await peoplePool().connect();
        await other.query("begin");
        await other.query("select set_config('app.practice_id', $1, true)", [practiceId]);
        await other.query(rename, [practiceId, accountId, `Another ${looks}`]);
        await other.query("commit");
        other.release();
      }
      await tx.$client.query(rename, [practiceId, accountId, "Mine"]);
      return "read";
    });
  };
  expect([await load(0), looks]).toEqual(["read", 1]);
  expect([await load(1), looks]).toEqual(["read", 2]);
  await expect(load(2)).rejects.toThrow("40001");
  expect(looks).toBe(2);
});
