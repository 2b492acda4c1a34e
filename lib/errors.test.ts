import { expect, it } from "vitest";
import { Refused, Unavailable } from "./errors";

it("a database that gives no answer is known as such, whichever copy of the module said so", async () => {
  const copy = "./errors.ts?another-bundle";
  const other: typeof import("./errors") = await import(copy);
  expect(other.Unavailable).not.toBe(Unavailable);
  expect(new other.Unavailable("busy", "pool")).toBeInstanceOf(Unavailable);
  expect(new Unavailable("busy", "pool")).toBeInstanceOf(Unavailable);
  for (const another of [new Refused("no"), new Error("Unavailable"), { name: "Unavailable", why: "busy" }, null])
    expect(another instanceof Unavailable).toBe(false);
});
