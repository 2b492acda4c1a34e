import { describe, expect, it } from "vitest";
import { letterKinds } from "./letter-kinds";
import { isPushAddress, pushForm } from "./push-address";
import { isPushed, pushAgainAt, pushEndsAt, quietEnd } from "./push-rule";

const now = new Date("2026-11-23T10:00:00Z");

describe("notes on a device", () => {
  it("are never about a check, an event or a sign-in", () => {
    const told = letterKinds.filter(isPushed);
    expect(told.sort()).toEqual([
      ...[
        "again",
        "asked-again",
        "assessment",
        "assigned",
        "check-hour",
        "due",
        "exercise-hour",
        "message",
        "overdue",
        "start",
      ],
    ]);
  });

  it("are worth two hours or a day, and are given up after three pauses", () => {
    expect(pushEndsAt("check-hour", now)).toEqual(new Date("2026-11-23T12:00:00Z"));
    expect(pushEndsAt("message", now)).toEqual(new Date("2026-11-24T10:00:00Z"));
    expect([1, 2, 3, 4].map((tries) => pushAgainAt(tries, now)?.toISOString() ?? null)).toEqual([
      "2026-11-23T10:01:00.000Z",
      "2026-11-23T10:05:00.000Z",
      "2026-11-23T10:20:00.000Z",
      null,
    ]);
  });

  it("wait for the end of the quiet hours, also over a change of clocks", () => {
    const night = { quietFrom: 22, quietTo: 7 };
    const end = (at: string) => quietEnd(night, new Date(at), "Europe/London")?.toISOString() ?? null;
    expect(end("2026-11-23T21:59:00Z")).toBeNull();
    expect(end("2026-11-23T22:00:00Z")).toBe("2026-11-24T07:00:00.000Z");
    expect(end("2026-11-24T06:59:00Z")).toBe("2026-11-24T07:00:00.000Z");
    expect(end("2026-11-24T07:00:00Z")).toBeNull();
    expect(end("2026-03-28T23:00:00Z")).toBe("2026-03-29T06:00:00.000Z");
    expect(end("2026-10-24T22:00:00Z")).toBe("2026-10-25T07:00:00.000Z");
    expect(quietEnd({ quietFrom: null, quietTo: null }, now, "Europe/London")).toBeNull();
  });
});

describe("the address of a device", () => {
  it("is one of the open internet", () => {
    for (const good of [
      "https://fcm.googleapis.com/fcm/send/a:b",
      "https://updates.push.services.mozilla.com/wpush/v2/x",
    ])
      expect(isPushAddress(good), good).toBe(true);
    for (const bad of [
      "http://push.example.com/1",
      "https://127.0.0.1/1",
      "https://2130706433/1",
      "https://0x7f.1/1",
      "https://[::1]/1",
      "https://localhost/1",
      "https://localhost./1",
      "https://printer.local/1",
      "https://metadata.google.internal/1",
      "https://router/1",
      "https://push.example.com:8443/1",
      "https://me:secret@push.example.com/1",
      "ftp://push.example.com/1",
      "file:///etc/passwd",
      "nothing",
    ])
      expect(isPushAddress(bad), bad).toBe(false);
  });

  it("is this machine only where a test says so, and then that one origin", () => {
    expect(isPushAddress("http://127.0.0.1:4000/1", "http://127.0.0.1:4000")).toBe(true);
    expect(isPushAddress("http://127.0.0.1:4001/1", "http://127.0.0.1:4000")).toBe(false);
  });

  it("comes with keys of their own length", () => {
    const form = {
      password: "x",
      address: "https://push.example.com/1",
      publicKey: "B".repeat(87),
      secret: "A".repeat(22),
    };
    expect(pushForm.safeParse(form).success).toBe(true);
    for (const wrong of [
      { publicKey: "B".repeat(86) },
      { secret: "A".repeat(23) },
      { secret: "A".repeat(21).concat("=") },
    ])
      expect(pushForm.safeParse({ ...form, ...wrong }).success).toBe(false);
  });
});
