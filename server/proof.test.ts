import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { goodPassword, later, mintPerson, peoplePool, withFactor } from "@/db/testing/people";
import { idle } from "@/lib/form-state";
import { downloadAsked, proofField } from "@/lib/identity/proof-rule";
import { ownerField } from "@/lib/typed-form";

const begin = new Date("2026-11-23T10:00:00Z");
let now = begin;
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
const { staffAction } = await import("./form-action");
const { pageMark } = await import("./page-mark");

beforeEach(() => {
  now = begin;
});

const run = vi.fn(async () => ({ message: "Done." }));
const grave = staffAction(z.strictObject({ role: z.string() }), run, { asksProof: true });

async function signedInOwner() {
  const person = await mintPerson(peoplePool(), begin);
  const { session } = await withFactor(peoplePool(), person, begin);
  jar.set("nearer-session", session.token);
  return (fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ role: "owner", [ownerField]: pageMark(person.accountId), ...fields }))
      form.set(name, value);
    return grave(idle, form);
  };
}

describe("a form of what an unattended screen must not allow", () => {
  it("goes through after signing in, and is asked back later with its words in it", async () => {
    const send = await signedInOwner();
    expect(await send()).toMatchObject({ status: "done" });
    now = later(begin, 6 * 60);
    run.mockClear();
    expect(await send()).toMatchObject({ status: "refused", needsProof: true, values: { role: "owner" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("goes through with the password beside it, which never comes back, and not with a wrong one", async () => {
    const send = await signedInOwner();
    now = later(begin, 6 * 60);
    run.mockClear();
    const wrong = await send({ [proofField]: "not this one" });
    expect(wrong).toMatchObject({ status: "refused", needsProof: true, fields: { [proofField]: expect.any(String) } });
    expect(JSON.stringify(wrong)).not.toContain("not this one");
    expect(run).not.toHaveBeenCalled();
    expect(await send({ [proofField]: goodPassword })).toMatchObject({ status: "done" });
    expect(await send()).toMatchObject({ status: "done" });
  });
});

/** Every action of staff that changes who may do what, reads whom, or what keeps somebody safe. */
const askingActions = {
  "app/(practice)/emergency/actions.ts": ["open"],
  "app/(practice)/settings/colleagues/actions.ts": [
    ...["invite", "inviteAgain", "setRole", "setAccess", "supervise", "stopSupervising"],
  ],
  "app/(practice)/settings/hand-over/actions.ts": ["handOver"],
  "app/(practice)/settings/safety/actions.ts": ["saveContacts", "resetContacts"],
  "app/(practice)/clients/[clientId]/safety/actions.ts": ["clear"],
  "app/(practice)/clients/[clientId]/record/correct/actions.ts": ["correctEmail"],
  "app/(practice)/clients/[clientId]/record/erasure/actions.ts": ["answer", "letGo"],
  "app/(practice)/settings/practice/actions.ts": ["saveRetention"],
};

describe("what asks for it", () => {
  it("is all of this, and what asks for the password by itself", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /actions\.ts$/.test(file));
    const found = files.flatMap((file) => {
      const words = readFileSync(path.join("app", file), "utf8");
      const asking = words
        .split(/\nexport const /)
        .filter((part) => /^\w+ = staffAction\(/.test(part) && /asksProof: true|^ {2}proved,$/m.test(part));
      return asking.length > 0 ? [[`app/${file}`, asking.map((part) => part.split(" ")[0])]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(askingActions);
  });

  it("is a download of what somebody answered or of who did what, which is found again afterwards, and no other address", () => {
    const file =
      "/api/clients/7c6f1c8e-6a3e-4f51-9d53-2f0f5b8f7c11/assessments/0d7b2f5e-57a1-4a0e-8c0e-1f0f5b8f7c11/fhir";
    expect(downloadAsked(file)).toBe(file);
    for (const audit of ["/api/audit", "/api/audit?area=clients&from=2026-11-01"])
      expect(downloadAsked(audit)).toBe(audit);
    expect(downloadAsked("/api/audit/../leave")).toBeNull();
    expect(downloadAsked("/api/audit?a=//evil.example")).toBeNull();
    for (const other of [undefined, "", [file], `https://evil.example${file}`, `//evil.example${file}`, `${file}/../x`])
      expect(downloadAsked(other)).toBeNull();
  });
});
