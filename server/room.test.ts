import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenSession } from "@/db/queries/identity/session";

type Kept = { value: string; expires?: Date; httpOnly?: boolean };
const jar = new Map<string, Kept>();
vi.mock("./env", () => ({ env: () => ({ isHttps: true, NEXTAUTH_SECRET: "a secret of thirty-two characters" }) }));
vi.mock("./database", () => ({ database: () => undefined }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Omit<Kept, "value">) => jar.set(name, { value, ...options }),
    delete: ({ name }: { name: string }) => jar.delete(name),
  }),
}));
const { forgetRoom, isSomebodyInRoom, sayWhoIsInRoom, titleBesideSomebody } = await import("./room");

const endsAt = new Date("2026-11-23T22:00:00Z");
const signIn = (sessionId: string) => ({ actor: { sessionId }, endsAt }) as OpenSession;
const [mine, next] = [signIn("one"), signIn("two")];

beforeEach(() => jar.clear());

describe("“Somebody is in the room”", () => {
  it("is off until it is said, lasts as long as the sign-in, and can be taken back", async () => {
    expect(await isSomebodyInRoom(mine)).toBe(false);
    await sayWhoIsInRoom(mine, true);
    expect(await isSomebodyInRoom(mine)).toBe(true);
    expect(jar.get("__Host-nearer-room")).toMatchObject({ expires: endsAt, httpOnly: true });
    await sayWhoIsInRoom(mine, false);
    expect(await isSomebodyInRoom(mine)).toBe(false);
  });

  it("belongs to one sign-in: what is left of it, or made up, turns nothing on for the next", async () => {
    await sayWhoIsInRoom(mine, true);
    expect(await isSomebodyInRoom(next)).toBe(false);
    jar.set("__Host-nearer-room", { value: "yes" });
    expect(await isSomebodyInRoom(mine)).toBe(false);
    await forgetRoom();
    expect(jar.size).toBe(0);
  });

  it("takes the words out of a title that would tell something", async () => {
    expect(await titleBesideSomebody("Safety history")).toEqual({ title: "Safety history" });
    await sayWhoIsInRoom(mine, true);
    expect(await titleBesideSomebody("Safety history")).toEqual({ title: "Nearer" });
  });
});
