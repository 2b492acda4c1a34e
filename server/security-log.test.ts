import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withScope } from "@/db/scope";
import { mintPerson, newCaller, peoplePool, withFactor } from "@/db/testing/people";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { idle } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";

const begin = new Date("2026-11-23T10:00:00Z");
let origin = "http://127.0.0.1:3000";
const settings = { isHttps: false, NEXTAUTH_SECRET: newCaller().limitSecret, appUrl: "http://127.0.0.1:3000" };
const jar = new Map<string, string>();
vi.mock("./env", () => ({ env: () => settings }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => begin }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`went to ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ origin, "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0 with a serial number 4711" }),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
const { publicAction, staffAction } = await import("./form-action");
const { loadForStaff } = await import("./load");
const { pageMark } = await import("./page-mark");

let person: Awaited<ReturnType<typeof mintPerson>>;
let sessionId = "";
beforeEach(async () => {
  origin = "http://127.0.0.1:3000";
  person = await mintPerson(peoplePool(), begin);
  jar.set("nearer-session", (await withFactor(peoplePool(), person, begin)).session.token);
  sessionId = (await loadForStaff(async ({ actor }) => actor.sessionId)).data;
});

async function kept(): Promise<Record<string, unknown>[]> {
  const system = { kind: "system", role: "system", practiceId: person.practiceId } as const;
  const { rows } = await withScope(peoplePool(), system, begin, ({ tx }) =>
    tx.$client.query("select kind, account_id, session_mark, device from noticed order by at"),
  );
  return rows;
}

const send = (action: ReturnType<typeof publicAction>) => {
  const form = new FormData();
  form.set("words", "What was typed");
  form.set(ownerField, pageMark(person.accountId));
  return action(idle, form);
};
const shape = z.strictObject({ words: z.string() });
const row = (kind: string) => ({
  kind,
  account_id: person.accountId,
  session_mark: expect.stringMatching(/^[\w-]{22}$/),
  device: "Firefox on Windows",
});

describe("the security log", () => {
  it("keeps what was not there for somebody, with the sign-in and the kind of device, and no id of it", async () => {
    const asked = randomUUID();
    const missing = async () => {
      throw Object.assign(new NotFound(), { asked });
    };
    await expect(loadForStaff(missing)).rejects.toThrow("not found");
    expect(await send(staffAction(shape, missing))).toMatchObject({ status: "refused" });
    expect(await kept()).toEqual([row("not-there"), row("not-there")]);
    expect(JSON.stringify(await kept())).not.toMatch(new RegExp(`${asked}|${sessionId}|4711|typed`));
  });

  it("keeps what a role may not do, and nothing of a rule that says no, of a fault, or of what went well", async () => {
    const may = async () => {
      throw new Forbidden("Only the owner.");
    };
    await expect(loadForStaff(may)).rejects.toThrow("not found");
    const rule = staffAction(shape, async () => {
      throw new Refused("Not today.");
    });
    await send(rule);
    await send(staffAction(shape, async () => ({ message: "Done." })));
    await expect(
      loadForStaff(async () => {
        throw new Error("a fault");
      }),
    ).rejects.toThrow("a fault");
    expect(await kept()).toEqual([row("may-not")]);
  });

  it("keeps a form of another site where it brought a sign-in along, and wakes nobody’s session by it", async () => {
    origin = "https://elsewhere.example";
    const perform = vi.fn(async () => ({}));
    expect(await send(staffAction(shape, perform))).toMatchObject({ message: expect.stringContaining("another site") });
    expect(await kept()).toEqual([row("from-elsewhere")]);
    jar.clear();
    expect(await send(publicAction(shape, perform))).toMatchObject({ status: "refused" });
    expect(await kept()).toEqual([row("from-elsewhere")]);
    expect(perform).not.toHaveBeenCalled();
  });
});
