import { describe, expect, it } from "vitest";
import { type CourseGround, courseRefusal } from "./course";

const ground: CourseGround = { isLinked: false, currentStart: "2026-09-01", today: "2026-11-30" };

describe("a course from week 1", () => {
  it("begins today or later, after the one before", () => {
    expect(courseRefusal(ground, "2026-11-30")).toBeNull();
    expect(courseRefusal(ground, "2026-11-29")).toMatch(/today or a later day/);
    expect(courseRefusal({ ...ground, currentStart: "2026-12-07" }, "2026-12-07")).toMatch(/later day/);
  });
  it("needs somebody whose weeks are their own, without saying so", () => {
    expect(courseRefusal({ ...ground, isLinked: true }, "2026-12-07")).not.toMatch(/link|partner/);
  });
});
