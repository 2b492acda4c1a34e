import type { Pool } from "pg";
import { describe, expect, it } from "vitest";
import { Unavailable } from "@/lib/errors";
import { inTransaction } from "./scope";
import { asUnavailable } from "./unavailable";

const why = (error: unknown) => {
  const told = asUnavailable(error);
  return told instanceof Unavailable ? told.why : null;
};

describe("an error of the database", () => {
  it.each([
    [{ code: "57P01" }, "away"],
    [{ code: "57P03" }, "away"],
    [{ code: "08006" }, "away"],
    [{ code: "25006" }, "away"],
    [{ code: "ECONNREFUSED" }, "away"],
    [{ message: "Connection terminated unexpectedly" }, "away"],
    [{ cause: { cause: { code: "ECONNRESET" } } }, "away"],
    [{ code: "53300" }, "busy"],
    [{ message: "timeout exceeded when trying to connect" }, "busy"],
    [{ message: "query_wait_timeout" }, "busy"],
    [{ code: "53100" }, "full"],
    [{ query: "insert", cause: { code: "53100" } }, "full"],
    [{ code: "08P01", message: "server conn crashed?" }, "away"],
    [{ code: "08P01", message: "server login has been failing, try again later (server_login_retry)" }, "away"],
    [{ code: "08P01", message: "query_wait_timeout" }, "busy"],
    [{ message: "Failed query", cause: { code: "08P01", message: "server conn crashed?" } }, "away"],
    [{ message: "Failed query", cause: { message: "Connection terminated unexpectedly" } }, "away"],
    [{ code: "08P01", message: "bind message supplies 1 parameters, but 2 are required" }, null],
    [{ message: "insert 'server conn crashed?'", cause: { code: "08P01", message: "bind message" } }, null],
    [{ message: "insert 'Connection terminated'", cause: { message: "something else" } }, null],
    [{ code: "23505" }, null],
    [{ code: "42501" }, null],
    [{ code: "57014" }, null],
    [{ code: "23505", message: "Connection terminated by the words of a client" }, null],
    [new Error("anything else"), null],
    [undefined, null],
  ])("%j means %s", (error, meant) => expect(why(error)).toBe(meant));

  it("is a doubt only where it came while something was being kept", () => {
    expect(asUnavailable({ code: "53100" }, true)).toMatchObject({ why: "full", isUnsure: false });
    expect(asUnavailable({ code: "57P01" }, true)).toMatchObject({ why: "away", isUnsure: true });
    const unsent = new Error("Client has encountered a connection error and is not queryable");
    expect(asUnavailable(unsent, true)).toMatchObject({ why: "away", isUnsure: false });
  });
});

it("tells a transaction whose end was lost from one that never got so far", async () => {
  const released: unknown[] = [];
  const poolThatEndsAt = (statement: string) =>
    ({
      connect: async () => ({
        query: async (text: string) => {
          if (text.startsWith(statement) || (text === "rollback" && statement !== "none"))
            throw Object.assign(new Error("terminating connection"), { code: "57P01", severity: "FATAL" });
        },
        release: (failure: unknown) => released.push(failure),
      }),
    }) as unknown as Pool;
  const endOf = (statement: string) =>
    inTransaction(poolThatEndsAt(statement), "read committed", async () => "done").catch((error: unknown) => error);
  expect(await endOf("none")).toBe("done");
  expect(await endOf("begin")).toMatchObject({ why: "away", isUnsure: false });
  expect(await endOf("commit")).toMatchObject({ why: "away", isUnsure: true });
  expect(released.map((failure) => failure instanceof Error)).toEqual([false, true, true]);
});
