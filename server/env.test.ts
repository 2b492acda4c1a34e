import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const settings = {
  DATABASE_URL: "postgres://app:secret@127.0.0.1:5432/nearer",
  SEAL_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  NEXTAUTH_SECRET: "a secret of thirty-two characters",
};

describe("the seal keys", () => {
  it.each([
    ["a".repeat(44)],
    [`k1:${Buffer.alloc(31, 7).toString("base64")}`],
    [`K1:${Buffer.alloc(32, 7).toString("base64")}`],
    [`${settings.SEAL_KEYS},`],
  ])("are refused by name when they are none: %j", (SEAL_KEYS) => {
    expect(() => readEnv({ ...settings, SEAL_KEYS })).toThrow(/correct: SEAL_KEYS must hold at least one key/);
  });
});

describe("whether an installation is this machine's own", () => {
  it.each([
    [{}, true],
    [{ HOST: "::1" }, true],
    [{ APP_URL: "http://localhost:3000" }, true],
    [{ APP_URL: "http://[::1]:3000" }, true],
    [{ HOST: "0.0.0.0" }, false],
    [{ APP_URL: "https://practice.example" }, false],
    [{ HOST: "0.0.0.0", APP_URL: "http://localhost:3000" }, false],
  ])("with %j is %j: the sample's door without a password hangs on it", (given, expected) => {
    expect(readEnv({ ...settings, ...given }).isLoopback).toBe(expected);
  });

  it("is asked for by a clock for tests", () => {
    const clock = { NEARER_EMBEDDED: "1", NEARER_TEST_CLOCK: "clock" };
    expect(readEnv({ ...settings, ...clock }).NEARER_TEST_CLOCK).toBe("clock");
    expect(() => readEnv({ ...settings, ...clock, APP_URL: "https://practice.example" })).toThrow("for tests");
  });
});
