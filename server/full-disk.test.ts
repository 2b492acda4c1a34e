import { tmpdir } from "node:os";
import { expect, it, vi } from "vitest";

vi.mock("./env", () => ({ env: () => ({}) }));
const { isDiskFull } = await import("./full-disk");

it("is full below what a busy minute takes, and unknown where the database is elsewhere", async () => {
  expect(await isDiskFull(tmpdir(), 1)).toBe(false);
  expect(await isDiskFull(tmpdir(), Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(await isDiskFull(undefined)).toBe(false);
  expect(await isDiskFull("/nowhere/at/all")).toBe(false);
});
