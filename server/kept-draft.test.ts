import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { keepDraft } from "@/db/commands/drafts/keep-draft";
import { getDraft } from "@/db/queries/drafts/draft-at";
import { withScope } from "@/db/scope";
import { mintPerson, peoplePool, signedIn } from "@/db/testing/people";
import type { StaffActor } from "@/lib/actor";
import { draftForm } from "@/lib/drafts/draft-form";
import { keptField } from "@/lib/drafts/ending";
import { Refused } from "@/lib/errors";
import { idle } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";

const now = new Date("2026-11-23T10:00:00Z");
const settings = {
  isHttps: false,
  NEXTAUTH_SECRET: "a secret of thirty-two characters",
  appUrl: "http://127.0.0.1:3000",
};
const jar = new Map<string, string>();
vi.mock("./env", () => ({ env: () => settings }));
vi.mock("./database", () => ({ database: () => peoplePool() }));
vi.mock("./clock", () => ({ now: () => now }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" }),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
const { accountAction } = await import("./form-action");
const { pageMark } = await import("./page-mark");

const pool = peoplePool();
const place = { kind: "editor", of: "limits", about: "words" } as const;
const name = "editor/limits/words";
const hand = "hand-of-one";

/** An owner who has begun to write, signed in. */
async function writing() {
  const person = await mintPerson(pool, now, { role: "owner" });
  const { token } = await signedIn(pool, person, now);
  jar.set("nearer-session", token);
  const { practiceId, accountId } = person;
  const owner = { kind: "staff", role: "owner", name: "Alma", zone: "Europe/London" } as const;
  const actor: StaffActor = { ...owner, practiceId, accountId, sessionId: accountId };
  const words = JSON.stringify({ words: "Ours" });
  const keep = draftForm.parse({ do: "keep", place: name, hand, step: "1", seen: "0", words });
  await withScope(pool, actor, now, (scope) => keepDraft(scope, keep));
  return {
    send: (kept: string, outcome: Parameters<typeof accountAction<typeof shape>>[1]) => {
      const form = new FormData();
      for (const [field, value] of Object.entries({
        words: "Ours",
        [ownerField]: pageMark(accountId),
        [keptField]: kept,
      }))
        form.set(field, value);
      return accountAction(shape, outcome)(idle, form);
    },
    stands: async () => (await withScope(pool, actor, now, (scope) => getDraft(scope, place))).stands?.words ?? null,
  };
}
const shape = z.strictObject({ words: z.string() });

beforeEach(() => jar.clear());

describe("a draft whose form arrives", () => {
  it("is over with what the form does, though its action knows nothing of it", async () => {
    const { send, stands } = await writing();
    expect(await send(`${name} 0.${hand}`, async () => ({}))).toMatchObject({ status: "done" });
    expect(await stands()).toBeNull();
  });

  it.each([
    ["is refused by a rule", () => Promise.reject(new Refused("Not today."))],
    ["is refused by what was kept", async () => ({ refused: { message: "Not today." } })],
    ["fails", () => Promise.reject(new Error("gone"))],
  ])("stays where the form %s", async (_, outcome) => {
    const { send, stands } = await writing();
    expect(await send(`${name} 0.${hand}`, outcome)).toMatchObject({ status: "refused" });
    expect(await stands()).toEqual({ words: "Ours" });
  });

  it("stays where the form was only looked at", async () => {
    const { send, stands } = await writing();
    const looked = { shown: { words: "Ours" }, isLook: true };
    expect(await send(`${name} 0.${hand}`, async () => looked)).toEqual({ status: "done", ...looked });
    expect(await stands()).toEqual({ words: "Ours" });
  });

  it("stays where the form is of another page, another place, or of none", async () => {
    const { send, stands } = await writing();
    for (const kept of [`${name} 0.another-hand`, `editor/panel/words 0.${hand}`, `safe 0.${hand}`, "", name])
      expect(await send(kept, async () => ({})), kept).toMatchObject({ status: "done" });
    expect(await stands()).toEqual({ words: "Ours" });
  });
});
