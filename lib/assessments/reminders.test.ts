import { describe, expect, it } from "vitest";
import { isReminderHour, remindersDue } from "./reminders";

const sitting = { id: "a", assignedOn: "2026-11-01", dueOn: "2026-11-20" };
const on = (today: string, change: Partial<typeof sitting> = {}) => remindersDue([{ ...sitting, ...change }], today);

describe("reminders", () => {
  it("come once when something is due and once three days later, and then stop", () => {
    expect(on("2026-11-19")).toEqual([]);
    expect(on("2026-11-20")).toEqual([{ kind: "due", id: "a" }]);
    expect(on("2026-11-22")).toEqual([{ kind: "due", id: "a" }]);
    expect(on("2026-11-23")).toEqual([{ kind: "overdue", id: "a" }]);
    expect(on("2026-12-04")).toEqual([{ kind: "overdue", id: "a" }]);
    expect(on("2026-12-05")).toEqual([]);
  });

  it("do not come on the day on which it was asked for", () => {
    expect(on("2026-11-20", { assignedOn: "2026-11-20" })).toEqual([]);
    expect(on("2026-11-21", { assignedOn: "2026-11-20" })).toEqual([{ kind: "due", id: "a" }]);
  });

  it("arrive in the daytime", () => {
    expect(Array.from({ length: 24 }, (_, hour) => hour).filter(isReminderHour)).toEqual([
      9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
    ]);
  });
});
