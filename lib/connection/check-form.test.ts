import { describe, expect, it } from "vitest";
import type { FormState } from "@/lib/form-state";
import { limits, tooLong } from "@/lib/limits";
import { checkFaults } from "./check-faults";
import { connectionCheckForm } from "./check-form";

const refused = (fields: Record<string, string>): FormState => ({ status: "refused", message: "Look again.", fields });

describe("what a refused check says", () => {
  it("stands beside the field that it is about", () => {
    expect(checkFaults(refused({ score: "Choose a number." }))).toEqual({ score: "Choose a number." });
    expect(checkFaults(refused({ note: tooLong("connectionNote") }))).toEqual({ note: tooLong("connectionNote") });
  });
  it("stands at the number where it is about no field, and nowhere else", () => {
    expect(checkFaults(refused({}))).toEqual({ score: "Look again." });
    expect(checkFaults({ status: "refused", message: "Look again." })).toEqual({ score: "Look again." });
    expect(checkFaults({ status: "idle" })).toEqual({});
    expect(checkFaults({ status: "done", message: "Saved." })).toEqual({});
  });
});

describe("a check as it is sent", () => {
  it("has a note of the length that its field lets in, and no more", () => {
    const check = { id: "11111111-1111-4111-8111-111111111111", score: "7" };
    const note = "x".repeat(limits.connectionNote);
    expect(connectionCheckForm.parse({ ...check, note }).note).toBe(note);
    expect(connectionCheckForm.safeParse({ ...check, note: `${note}x` }).error?.issues[0]?.path).toEqual(["note"]);
  });
});
