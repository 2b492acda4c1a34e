import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withScope } from "@/db/scope";
import { clientCommands } from "@/db/testing/client-commands";
import { layOutThings } from "@/db/testing/client-things";
import { adminUrl, testPool } from "@/db/testing/database";
import { testNow } from "@/db/testing/mint";
import { foundIn, picture, reads, writable } from "@/db/testing/tenant-steps";
import type { StaffActor } from "@/lib/actor";

/** `npm run proof tenants` takes ten thousand. */
const STEPS = Number(process.env.NEARER_TENANT_STEPS ?? 200);
const pool = testPool();
const admin = new pg.Pool({ connectionString: adminUrl(), max: 5 });
afterAll(() => admin.end());

let worlds: { things: Awaited<ReturnType<typeof layOutThings>>; ids: Set<string>; hash: string }[] = [];
beforeAll(async () => {
  const things = [await layOutThings(pool), await layOutThings(pool)];
  worlds = await Promise.all(
    things.map(async (one) => ({ things: one, ...(await picture(admin, one.practice.practiceId)) })),
  );
});

/** Numbers as good as random, the same for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const seed = process.env.CI ? 42 : Date.now() % 1_000_000;
const pick = <T>(roll: (sides: number) => number, from: readonly T[]): T => from[roll(from.length)] as T;

/** Own and other practice, and somebody of one of them. */
function sides(roll: (sides: number) => number) {
  const at = roll(2);
  const [own, other] = [worlds[at], worlds[1 - at]];
  if (!own || !other) throw new Error("There are two practices.");
  const { owner, therapist, supervisor } = own.things.practice;
  return { own, other, actor: pick<StaffActor>(roll, [owner, therapist, supervisor]) };
}

/** A no, of whatever kind, is no leak. A fault of ours would be one of the test. */
async function orNo<T>(work: Promise<T>): Promise<T | "no"> {
  try {
    return await work;
  } catch (error) {
    const { name } = error as Error;
    if (["NotFound", "Forbidden", "Refused", "ZodError"].includes(name)) return "no";
    throw error;
  }
}

const untouched = async () => {
  for (const { things, hash } of worlds) {
    const now = await picture(admin, things.practice.practiceId);
    const own = (text: string) => text.split("\n").filter((line) => !/^(audit_entry|caseload_row|signal)/.test(line));
    expect(own(now.hash)).toEqual(own(hash));
  }
};

describe(`two practices, ${STEPS} steps, seed ${seed}`, () => {
  it("holds by row-level security alone", async () => {
    const roll = dice(seed);
    const statements = await writable(pool);
    expect(statements.filter((one) => one.startsWith("update")).length).toBeGreaterThan(20);
    let seen = 0;
    for (let step = 0; step < STEPS; step++) {
      const { own, other, actor } = sides(roll);
      const { practiceId } = own.things.practice;
      if (roll(2) === 0) {
        // Every row that a statement without any condition reaches.
        const sql = pick(roll, statements);
        const reached = await withScope(pool, actor, testNow, async ({ tx }) => {
          await tx.$client.query("savepoint before");
          const rows = await tx.$client.query<{ practice_id: string }>(sql).then(
            (answer) => answer.rows,
            () => [],
          );
          await tx.$client.query("rollback to savepoint before");
          return rows;
        });
        seen += reached.length;
        expect(new Set(reached.map((row) => row.practice_id)).size, sql).toBeLessThanOrEqual(1);
        expect(
          reached.every((row) => row.practice_id === practiceId),
          sql,
        ).toBe(true);
      } else {
        // The application's own reads, with filters that ask for the other practice.
        const read = pick(roll, reads);
        const astray = { ...actor, practiceId: other.things.practice.practiceId };
        const answer = await orNo(
          withScope(pool, actor, testNow, async (scope) => {
            const found = await read({ ...scope, actor: astray }, other.things.ids);
            throw Object.assign(new Error("looked"), { name: "NotFound", found });
          }).catch((error) => (error.found === undefined ? Promise.reject(error) : error.found)),
        );
        expect(foundIn(answer, other.ids), String(read)).toEqual([]);
      }
    }
    expect(seen).toBeGreaterThan(0);
    await untouched();
  });

  it("holds by the filters of the application alone", async () => {
    const roll = dice(seed + 1);
    const commands = Object.entries(clientCommands).filter(([, { freeElsewhere }]) => !freeElsewhere);
    let read = 0;
    for (let step = 0; step < STEPS; step++) {
      const { own, other, actor } = sides(roll);
      const ids = roll(2) === 0 ? own.things.ids : other.things.ids;
      if (roll(4) > 0) {
        const answer = await orNo(withScope(admin, actor, testNow, (scope) => pick(roll, reads)(scope, ids)));
        expect(foundIn(answer, other.ids)).toEqual([]);
        read += foundIn(answer, own.ids).length;
      } else {
        const [name, { run }] = pick(roll, commands);
        const answer = await orNo(withScope(admin, actor, testNow, (scope) => run(scope, other.things.ids)));
        expect(answer, `${name} as ${actor.role} of another practice`).toBe("no");
      }
    }
    // The control: of one's own practice these reads show something.
    expect(read).toBeGreaterThan(0);
    await untouched();
  });
});
