import { expect, test } from "vitest";
import { audit } from "./audit.mjs";

const listed = (severity: string) =>
  JSON.stringify({ vulnerabilities: { letters: { name: "letters", severity, range: "<2.0.1" } } });

test("a grave fault in what is installed fails, and is named", async () => {
  expect(await audit(async () => listed("high"))).toEqual({
    ok: false,
    output: "letters <2.0.1: high",
    say: "1 known, 1 of them grave",
  });
});

test("a lesser one is said", async () => {
  expect(await audit(async () => listed("moderate"))).toMatchObject({ ok: true, say: "1 known, 0 of them grave" });
});

test("a registry that gives no answer is no failure, and no silence", async () => {
  for (const answer of ["", "<html>", JSON.stringify({ message: "405 Method Not Allowed - POST somewhere" })]) {
    const { ok, say } = await audit(async () => answer);
    expect(ok).toBe(true);
    expect(say).toMatch(/^skipped, the registry gives no list of known faults/);
  }
});
