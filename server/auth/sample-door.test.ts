import type { Pool } from "pg";
import { expect, it, vi } from "vitest";

let isSample = false;
const asked = vi.fn(() => Promise.reject(new Error("no answer")));
vi.mock("../env", () => ({
  env: () => ({ NEARER_EMBEDDED: true, isLoopback: true }),
  isSampleHere: () => isSample,
}));
vi.mock("../database", () => ({ database: () => ({ query: asked, connect: asked }) as unknown as Pool }));
const { sampleDoor } = await import("./sample-door");

it("the page of the sign-in asks the database nothing where there is no sample practice", async () => {
  expect(await sampleDoor()).toEqual({ people: [], states: [] });
  expect(asked).not.toHaveBeenCalled();
  isSample = true;
  await expect(sampleDoor()).rejects.toThrow();
  expect(asked).toHaveBeenCalled();
});
