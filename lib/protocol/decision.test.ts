import { expect, it } from "vitest";
import { type Change, type Decision, resumedOn } from "@/lib/protocol/decision";

const made = (id: string, effectiveOn: string, change: Change): Decision => ({
  id,
  effectiveOn,
  change,
  madeAt: new Date(`${effectiveOn}T10:00:00Z`),
});

it("knows the day on which a pause ended, by itself or by a decision, and none while it lasts", () => {
  const until = made("a", "2026-03-02", { kind: "pause", until: "2026-03-09" });
  const open = made("b", "2026-03-20", { kind: "pause", until: null });
  const resume = made("c", "2026-03-25", { kind: "resume" });
  expect(resumedOn([], "2026-03-30")).toBeNull();
  expect(resumedOn([until], "2026-03-08")).toBeNull();
  expect(resumedOn([until], "2026-03-09")).toBe("2026-03-09");
  expect(resumedOn([until, open], "2026-03-21")).toBeNull();
  expect(resumedOn([until, open, resume], "2026-03-30")).toBe("2026-03-25");
  const undo = made("d", "2026-03-26", { kind: "undo", undoes: "c" });
  expect(resumedOn([until, open, resume, undo], "2026-03-30")).toBeNull();
});
