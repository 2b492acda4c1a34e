import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Forbidden, NotFound, Refused, Unavailable } from "@/lib/errors";
import { idle } from "@/lib/form-state";

const sent = new Map<string, string>();
const said: unknown[] = [];
const settings = { appUrl: "https://practice.example", APP_URL: "https://practice.example", isHttps: true };
vi.mock("./env", () => ({ env: () => settings }));
vi.mock("./database", () => ({ database: () => expect.unreachable() }));
vi.mock("@/db/log", async (original) => ({
  ...(await original<typeof import("@/db/log")>()),
  log: { error: (...words: unknown[]) => said.push(words), info: () => undefined },
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers([...sent]),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
const { publicAction, staffAction } = await import("./form-action");

const shape = z.strictObject({ name: z.string().max(20), password: z.string().default("") });
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const failing = (error: unknown) =>
  publicAction(shape, async () => {
    throw error;
  })(idle, form({ name: "Ines", password: "four words that nobody guesses" }));

beforeEach(() => {
  sent.clear();
  said.length = 0;
  sent.set("origin", "https://practice.example");
});

describe("an action", () => {
  it.each([
    [{ origin: "https://elsewhere.example" }],
    [{ origin: "null" }],
    [{}],
    [{ origin: "https://practice.example", "sec-fetch-site": "cross-site" }],
    [{ origin: "https://practice.example", "sec-fetch-site": "same-site" }],
    [{ origin: "https://elsewhere.example", host: "elsewhere.example", "x-forwarded-host": "elsewhere.example" }],
  ])("is not done for %j", async (headers) => {
    sent.clear();
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const run = vi.fn();
    expect(await publicAction(shape, run)(idle, form({ name: "Ines" }))).toMatchObject({ status: "refused" });
    expect(run).not.toHaveBeenCalled();
  });

  it("reads words without the one sign that a database does not hold, and nothing that is not in its shape", async () => {
    const run = vi.fn(async (input: { name: string }) => ({ message: input.name }));
    expect(await publicAction(shape, run)(idle, form({ name: "In\0es" }))).toEqual({ status: "done", message: "Ines" });
    expect(await publicAction(shape, run)(idle, form({ name: "Ines", role: "owner" }))).toMatchObject({
      status: "refused",
    });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("says what a person may read of an error, gives back what was typed but no secret, and logs no word", async () => {
    expect(await failing(new Refused("Not today.", { name: "Why" }))).toMatchObject({ message: "Not today." });
    expect(await failing(new Forbidden("Only the owner does."))).toMatchObject({ message: "Only the owner does." });
    expect(await failing(new NotFound())).toMatchObject({ message: expect.stringContaining("out of date") });
    expect(said).toEqual([]);
    const answer = await failing(
      Object.assign(new Error("select * from client where name = 'Ines'"), { code: "23505" }),
    );
    expect(answer).toMatchObject({ status: "refused", values: { name: "Ines" } });
    expect(JSON.stringify(answer)).not.toMatch(/select|23505|four words/);
    expect(JSON.stringify(said)).toContain("23505");
    expect(JSON.stringify(said)).not.toMatch(/select|Ines|four words/);
  });

  it("keeps the words where the database gives no answer, and says whether anything was changed", async () => {
    const away = await failing(new Unavailable("away", "ECONNREFUSED"));
    expect(away).toMatchObject({ status: "refused", values: { name: "Ines" } });
    expect(away.message).toContain("nothing was changed");
    const full = await failing(new Unavailable("full", "53100"));
    expect(full.message).toContain("no room to save");
    const unsure = await failing(new Unavailable("away", "57P01", true));
    expect(unsure.message).toContain("cannot say whether it was");
    expect(JSON.stringify(said)).toContain("57P01");
  });

  it("refuses a form of 15,000 fields unread, whoever sends it, and gives back fields of its own alone", async () => {
    const many = form(Object.fromEntries(Array.from({ length: 15_000 }, (_, at) => [`f${at}`, "some words"])));
    const run = vi.fn();
    let read = 0;
    const all = many.entries.bind(many);
    many.entries = function* () {
      for (const entry of all()) {
        read += 1;
        yield entry;
      }
    } as typeof many.entries;
    const answer = await publicAction(shape, run)(idle, many);
    expect(read).toBe(1001);
    expect(answer).toEqual({ status: "refused", message: expect.stringContaining("more than any form") });
    const odd = await publicAction(shape, run)(idle, form({ name: "Ines", other: "x", constructor: "x" }));
    expect(odd).toMatchObject({ status: "refused", values: { name: "Ines" } });
    expect(Object.keys(odd.values ?? {})).toEqual(["name"]);
    expect(run).not.toHaveBeenCalled();
  });

  it("gives back what was typed into fields that were made with the page", async () => {
    const open = z.object({ name: z.string().max(20) }).catchall(z.string());
    const draft = {
      name: "Ines",
      "week.3.reading": "ours",
      "exercise.small-secret.title": "One thing",
      code: "123456",
    };
    const refused = await publicAction(open, async () => {
      throw new Refused("Not yet.");
    })(idle, form(draft));
    const { code: _, ...kept } = draft;
    expect(refused).toMatchObject({ status: "refused", values: kept });
    expect(Object.keys(refused.values ?? {})).not.toContain("code");
  });

  it("is nobody's who is not signed in", async () => {
    const run = vi.fn();
    const answer = await staffAction(shape, run)(idle, form({ name: "Ines" }));
    expect(answer).toMatchObject({ status: "refused", message: expect.stringContaining("You are signed out") });
    expect(run).not.toHaveBeenCalled();
  });
});
