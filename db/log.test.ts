import { describe, expect, it } from "vitest";
import { describeError } from "./log";

describe("what may be logged of an error", () => {
  it("is its kind, its code and where it happened, and no line of its message, whatever the line looks like", () => {
    const said = describeError(
      Object.assign(new Error("Failed\n    at home he (took):12:3\nat my mother's"), { code: "23505" }),
    );
    expect(said).toMatchObject({ kind: "Error", code: "23505", at: expect.stringContaining("log.test.ts") });
    expect(JSON.stringify(said)).not.toMatch(/took|mother/);
  });
});
