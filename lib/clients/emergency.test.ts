import { expect, it } from "vitest";
import { isOpenAt, minutesLeft, openEmergencyForm, overAt, recordNumberOf } from "./emergency";

const at = (minute: number, seconds = 0) => new Date(Date.UTC(2026, 10, 23, 10, minute, seconds));
const hour = { endsAt: at(60), endedAt: null };

it("is open for its hour and not a moment longer, or until it was ended", () => {
  expect([isOpenAt(hour, at(0)), isOpenAt(hour, at(59, 59)), isOpenAt(hour, at(60))]).toEqual([true, true, false]);
  const ended = { ...hour, endedAt: at(20) };
  expect([isOpenAt(ended, at(19)), isOpenAt(ended, at(20)), overAt(ended)]).toEqual([true, false, at(20)]);
  expect(overAt({ ...hour, endedAt: at(75) })).toEqual(at(60));
});

it("counts the minute that was begun, and none below nothing", () => {
  expect([at(0), at(22, 1), at(59, 59), at(60), at(90)].map((now) => minutesLeft(hour, now))).toEqual([
    60, 38, 1, 0, 0,
  ]);
});

it("takes a number for a number, and a name for a name", () => {
  expect(["17", "#17", " 17 ", "Ines 17", "1e3", "0x1", ""].map(recordNumberOf)).toEqual([
    17,
    17,
    17,
    null,
    null,
    null,
    null,
  ]);
});

it("asks for a reason in words", () => {
  const form = { id: "22222222-2222-4222-8222-222222222222", who: "Ines" };
  expect(openEmergencyForm.safeParse({ ...form, reason: "  " }).success).toBe(false);
  expect(openEmergencyForm.safeParse({ ...form, reason: "Her therapist does not answer." }).success).toBe(true);
});
