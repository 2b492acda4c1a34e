import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  askCheckForm,
  awayForm,
  clearForm,
  closeEventForm,
  escalateForm,
  escalationForm,
  escalationLimits,
  eventForm,
  noteEventForm,
  notSafeForm,
  raiseForm,
  stopChoiceForm,
  untoldForm,
  wordForm,
} from "@/lib/safety/forms";

const id = "7d444840-9dc0-41d1-b245-5ffdce74fad2";
const takes = (form: z.ZodType, given: unknown) => form.safeParse(given).success;
const says = (form: z.ZodType, given: unknown) => form.safeParse(given).error?.issues[0]?.message;

describe("“I don’t feel safe”", () => {
  it("takes the key of an exercise, or nothing", () => {
    for (const given of [{}, { place: "highs-and-lows" }, { place: "a".repeat(60) }, { place: "day-1", stay: "yes" }])
      expect(takes(notSafeForm, given), JSON.stringify(given)).toBe(true);
    for (const place of ["", "Day one", "day one", "../x", "x\n", "a".repeat(61), "<b>"])
      expect(takes(notSafeForm, { place }), place).toBe(false);
    expect(takes(notSafeForm, { stay: "no" })).toBe(false);
  });
});

describe("forms that choose", () => {
  it.each<[string, z.ZodType, string, readonly string[], object]>([
    ["a word about an event", wordForm, "word", ["mistake", "safe-now"], {}],
    ["away", awayForm, "choice", ["away", "back"], {}],
    ["whom to ask next", escalateForm, "to", ["therapist", "supervisor", "owner"], { eventId: id }],
    ["never told", untoldForm, "decision", ["named", "lifted"], { clientId: id, accountId: id }],
    ["raised", raiseForm, "kind", ["concern", "stop"], { clientId: id, reason: "What I noticed." }],
    ["after a stop", stopChoiceForm, "choice", ["now", "next-week", "unchanged"], { clientId: id }],
  ])("%s takes its own words alone", (_, form, key, words, rest) => {
    for (const word of words) expect(form.parse({ ...rest, [key]: word })).toMatchObject({ ...rest, [key]: word });
    for (const word of ["", "clear", "everything", undefined])
      expect(takes(form, { ...rest, [key]: word })).toBe(false);
    for (const key of Object.keys(rest)) expect(takes(form, { ...rest, [key]: "" }), key).toBe(false);
  });
  it("says in words what is to be chosen", () => {
    expect(says(untoldForm, { clientId: id, accountId: "", decision: "named" })).toBe("Choose a colleague.");
    expect(says(raiseForm, { clientId: id, kind: "", reason: "x" })).toBe("Choose a concern or a stop.");
    expect(says(stopChoiceForm, { clientId: id, choice: "" })).toBe("Choose what follows for joint steps.");
  });
  it("is one event, and nothing beside it", () => {
    expect(eventForm.parse({ eventId: id })).toEqual({ eventId: id });
    expect(takes(eventForm, { eventId: "e" })).toBe(false);
    expect(takes(eventForm, { eventId: id, to: "owner" })).toBe(false);
  });
});

describe("words that staff write", () => {
  it.each<[z.ZodType, string, object, string]>([
    [noteEventForm, "note", { eventId: id }, "Write a note about where it stands."],
    [closeEventForm, "note", { eventId: id }, "Write a note about how it ended."],
    [raiseForm, "reason", { clientId: id, kind: "stop" }, "Write down what you noticed."],
    [clearForm, "reason", { clientId: id, seen: "0.0.0" }, "Write down the reason in a sentence."],
  ])("are kept without the spaces around them, and are asked for (%#)", (form, key, rest, sentence) => {
    expect(form.parse({ ...rest, [key]: " Rang, all calm. " })).toMatchObject({ [key]: "Rang, all calm." });
    expect(says(form, { ...rest, [key]: "  " })).toBe(sentence);
    expect(takes(form, { ...rest, [key]: "x".repeat(4000) })).toBe(true);
    expect(says(form, { ...rest, [key]: "x".repeat(4001) })).toBe("Use 4,000 characters or fewer.");
  });
  it("are not needed where a stop is followed, and kept as they are", () => {
    const given = { clientId: id, choice: "unchanged", unchangedUntil: "2026-12-04" };
    expect(stopChoiceForm.parse({ ...given, reason: " A reason. ", wish: " A wish. " })).toEqual({
      ...{ ...given, reason: "A reason.", wish: "A wish." },
    });
    expect(stopChoiceForm.parse({ clientId: id, choice: "now", unchangedUntil: "" }).unchangedUntil).toBeNull();
    expect(takes(stopChoiceForm, { ...given, unchangedUntil: "soon" })).toBe(false);
    for (const key of ["reason", "wish"]) {
      expect(takes(stopChoiceForm, { ...given, [key]: "x".repeat(4000) })).toBe(true);
      expect(says(stopChoiceForm, { ...given, [key]: "x".repeat(4001) })).toBe("Use 4,000 characters or fewer.");
    }
  });
});

describe("a clearance", () => {
  const given = { clientId: id, seen: "3.2.11", reason: "Spoke on the phone." };
  it("hands back what the page showed, as three numbers", () => {
    for (const seen of ["", "3.2", "3.2.x", "3,2,1", "x3.2.1", "3.2.1 ", "3.2.1234567", "1234567.2.3", "1.1234567.3"])
      expect(takes(clearForm, { ...given, seen }), seen).toBe(false);
    expect(clearForm.parse(given)).toEqual({ ...given, talk: null });
    expect(takes(clearForm, { ...given, seen: "12.345.123456" })).toBe(true);
  });
  it("is after a talk alone where day and way are both there, heard by nobody only where that was ticked", () => {
    const talk = { talkOn: "2026-11-27", talkWay: "phone" };
    expect(clearForm.parse({ ...given, ...talk }).talk).toEqual({ on: "2026-11-27", way: "phone", unheard: false });
    expect(clearForm.parse({ ...given, ...talk, talkUnheard: "yes" }).talk).toMatchObject({ unheard: true });
    expect(clearForm.parse({ ...given, talkOn: "", talkWay: "phone", talkUnheard: "yes" }).talk).toBeNull();
    expect(clearForm.parse({ ...given, talkOn: "2026-11-27" }).talk).toBeNull();
    for (const talkWay of ["in-person", "phone", "video"]) expect(takes(clearForm, { ...given, talkWay })).toBe(true);
    for (const wrong of [{ talkWay: "mail" }, { talkOn: "yesterday" }, { talkUnheard: "no" }])
      expect(takes(clearForm, { ...given, ...wrong })).toBe(false);
  });
});

describe("asking for a check", () => {
  it("goes on in spite of a call of late only where that was said", () => {
    expect(askCheckForm.parse({ clientId: id })).toEqual({ clientId: id, despiteRecent: false });
    expect(askCheckForm.parse({ clientId: id, despiteRecent: "yes" }).despiteRecent).toBe(true);
    expect(takes(askCheckForm, { clientId: id, despiteRecent: "no" })).toBe(false);
  });
});

describe("what a practice sets", () => {
  it("is from five minutes to a day, in whole minutes, half an hour where nothing was set", () => {
    expect(escalationLimits).toEqual({ least: 5, most: 1440, usual: 30 });
    for (const [given, minutes] of [
      ["5", 5],
      ["45", 45],
      ["1440", 1440],
      ["1 440", 1440],
      ["1,440", 1440],
    ] as const)
      expect(escalationForm.parse({ minutes: given })).toEqual({ minutes });
    for (const minutes of ["4", "1441", "7.5", "soon", "1e2", ""])
      expect(says(escalationForm, { minutes }), minutes).toBe("Write whole minutes, from 5 to 1440: a day at most.");
  });
});
