import { describe, expect, it } from "vitest";
import { reminderForm } from "./reminder-form";

const faultsOf = (form: Record<string, string>) => {
  const read = reminderForm.safeParse(form);
  return read.success ? {} : Object.fromEntries(read.error.issues.map((one) => [one.path.join("."), one.message]));
};

describe("the form of the hours", () => {
  it("takes nothing as nothing, and midnight as an hour", () => {
    expect(reminderForm.parse({})).toEqual({ exerciseHour: null, checkHour: null, quietFrom: null, quietTo: null });
    expect(reminderForm.parse({ exerciseHour: "0" }).exerciseHour).toBe(0);
  });

  it("refuses what is no hour, half of a span and a span of nothing", () => {
    for (const text of ["24", "-1", "7.5", "07", " 7"])
      expect(faultsOf({ checkHour: text })).toHaveProperty("checkHour");
    expect(faultsOf({ quietFrom: "22" })).toHaveProperty("quietTo");
    expect(faultsOf({ quietTo: "7" })).toHaveProperty("quietFrom");
    expect(faultsOf({ quietFrom: "7", quietTo: "7" })).toHaveProperty("quietTo");
  });

  it("refuses an hour that lies in the quiet ones, and takes their end", () => {
    const night = { quietFrom: "22", quietTo: "7" };
    expect(Object.keys(faultsOf({ ...night, exerciseHour: "22", checkHour: "6" }))).toEqual([
      "exerciseHour",
      "checkHour",
    ]);
    expect(faultsOf({ ...night, exerciseHour: "7", checkHour: "21" })).toEqual({});
  });
});
