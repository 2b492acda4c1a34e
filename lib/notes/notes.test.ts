import { describe, expect, it } from "vitest";
import { builtInExercises } from "@/lib/exercises/built-in-exercises";
import { limits } from "@/lib/limits";
import { addDays } from "@/lib/time/local-date";
import { amendmentFault, cosignFault, type NoteVersion, noteDifferences } from "./note";
import { amendForm, signForm, templateForm } from "./note-forms";
import { factsOf, factText, type Happened, namedMoves } from "./since-last";
import { builtInTemplates, chosenTemplate, MOST_PARTS } from "./template";

const at = new Date("2026-11-23T15:00:00Z");
const version: NoteVersion = {
  ...{ ordinal: 2, parts: ["She came.", ""], agreed: "One favour", forClient: null },
  ...{ reason: "A word was missing", by: "Alma", byId: "a1", at },
};

describe("what can be done with a signed note", () => {
  it("is an amendment of what the page has seen, with another word at least", () => {
    const words = { parts: ["She came late.", ""], agreed: "One favour", forClient: null };
    expect(amendmentFault(version, words, 2)).toBeNull();
    expect(amendmentFault(version, words, 1)).toMatch(/amended since/);
    expect(amendmentFault(version, { ...version }, 2)).toMatch(/Nothing differs/);
    for (const other of [{ agreed: null }, { forClient: "One favour" }, { parts: ["She came."] }])
      expect(amendmentFault(version, { ...version, ...other }, 2)).toBeNull();
  });

  it("is a second signature of somebody else’s, once for each version", () => {
    expect(cosignFault(version, [], { accountId: "s1", seen: 2 })).toBeNull();
    expect(cosignFault(version, [], { accountId: "s1", seen: 1 })).toMatch(/amended since/);
    expect(cosignFault(version, [], { accountId: "a1", seen: 2 })).toMatch(/themself/);
    const cosigned = (ordinal: number) => [{ ordinal, by: "Sam", byId: "s1", at }];
    expect(cosignFault(version, cosigned(2), { accountId: "s1", seen: 2 })).toMatch(/already/);
    expect(cosignFault(version, cosigned(1), { accountId: "s1", seen: 2 })).toBeNull();
  });

  it("is compared heading by heading, and what stayed is left out", () => {
    const after = { parts: ["She came.", "One step."], agreed: null, forClient: "Ask for one thing" };
    expect(noteDifferences(["Data", "Plan"], version, after)).toEqual([
      { place: "Plan", before: "", after: "One step." },
      { place: "Agreed for next time", before: "One favour", after: "" },
      { place: "What they read of it", before: "", after: "Ask for one thing" },
    ]);
  });
});

describe("layouts", () => {
  it("are the four that are usual, and the last one is taken up again", () => {
    expect(builtInTemplates.map(({ title }) => title)).toEqual(["Free", "DAP", "SOAP", "BIRP"]);
    const chosen = (asked?: string, last: string | null = null) => chosenTemplate(builtInTemplates, asked, last).key;
    expect([chosen(), chosen("soap", "birp"), chosen("gone", "birp"), chosen(undefined, "gone")]).toEqual([
      "dap",
      "soap",
      "birp",
      "dap",
    ]);
  });

  it("of a practice have a few headings, each once", () => {
    const id = "3c6f1a52-6f0a-4b57-9a55-0d8ab4d5b3f1";
    const form = (headings: string) => templateForm.safeParse({ id, templateId: id, title: "Ours", headings });
    expect(form(" Seen \n\nDone\n").data?.labels).toEqual(["Seen", "Done"]);
    const many = Array.from({ length: MOST_PARTS + 1 }, (_, i) => `Heading ${i}`).join("\n");
    for (const wrong of ["", "Seen\nSeen", many, "x".repeat(61)]) expect(form(wrong).success).toBe(false);
  });
});

describe("the forms of a note", () => {
  const id = "3c6f1a52-6f0a-4b57-9a55-0d8ab4d5b3f1";
  it("want words somewhere, and a reason for an amendment", () => {
    const draft = { id, appointmentId: id, template: "dap" };
    expect(signForm.safeParse(draft).success).toBe(false);
    const signed = signForm.parse({ ...draft, "part-1": " Tired. ", agreed: " " });
    expect(signed).toMatchObject({ agreed: null, forClient: null, asksCosign: false });
    expect(signed.parts).toEqual(["", "Tired.", ...Array.from({ length: MOST_PARTS - 2 }, () => "")]);
    expect(amendForm.safeParse({ noteId: id, seen: "1", "part-0": "x", reason: " " }).success).toBe(false);
    expect(amendForm.safeParse({ noteId: id, seen: "1", "part-0": "x", reason: "A slip" }).success).toBe(true);
    expect(signForm.safeParse({ ...draft, "part-8": "x" }).success, "no ninth heading").toBe(false);
  });
});

describe("what has happened since the last session", () => {
  const exercises = new Map(builtInExercises.map((one) => [one.key, one]));
  const say = { zone: "Europe/London", today: "2026-11-23", exercises };
  const nothing: Happened = { checks: [], attempts: [], moves: [], messages: [], assessments: [], decisions: [] };
  const attempt = {
    ...({
      exercise: "ten-minute-cuddle",
      form: "shared",
      date: "2026-11-18",
      outcome: "done",
      skipReason: null,
    } as const),
    ...{ anxietyBefore: 7, anxietyAfter: 4, howItWent: 3, hasWords: true },
  };

  it("is said as dated facts, oldest first, each with where it stands", () => {
    const facts = factsOf(
      {
        checks: [{ date: "2026-11-20", score: 6, hasNote: true }],
        attempts: [
          attempt,
          {
            ...attempt,
            date: "2026-11-21",
            outcome: "skipped",
            skipReason: "argued",
            anxietyAfter: null,
            howItWent: null,
            hasWords: false,
          },
        ],
        moves: [
          { date: "2026-11-19", move: "lone-wolf" },
          { date: "2026-11-19", move: "phantom-ex" },
          { date: "2026-11-19", move: "lone-wolf" },
        ],
        messages: [new Date("2026-11-22T23:30:00Z"), new Date("2026-11-22T08:00:00Z")],
        assessments: [{ id: "a1", title: "Five Dimensions", date: "2026-11-17" }],
        decisions: [{ id: "d1", at: new Date("2026-11-20T12:00:00Z"), change: { kind: "hold" } }],
      },
      say,
    );
    expect(factText(facts, say.today).split("\n")).toEqual([
      "Tue 17 Nov: Answered Five Dimensions.",
      "Wed 18 Nov: Ten-minute cuddle, done. Anxiety 7 before, 4 after. How it went: well. Wrote about it.",
      "Thu 19 Nov: Noticed: phantom ex 1 time, lone wolf 2 times.",
      "Fri 20 Nov: Connection 6 of 10, with a note.",
      "Fri 20 Nov: On the path: Held the path.",
      "Sat 21 Nov: Ten-minute cuddle, left out: “We were arguing or tense”. Anxiety 7 before.",
      "Sun 22 Nov: Wrote 2 messages.",
    ]);
    expect(facts.map(({ source }) => source.page)).toEqual([
      "assessment",
      "words",
      "words",
      "words",
      "protocol",
      "words",
      "messages",
    ]);
  });

  it("leaves room for the note where there was much, by the newest of it", () => {
    const days = Array.from({ length: 300 }, (_, i) => addDays("2026-01-01", i));
    const facts = factsOf({ ...nothing, attempts: days.map((date) => ({ ...attempt, date })) }, say);
    const text = factText(facts, say.today);
    expect(text.length).toBeLessThan(limits.notePart / 2 + 100);
    const [first, ...rest] = text.split("\n");
    expect(first).toBe(`Earlier: ${300 - rest.length} entries, listed beside this note.`);
    expect(rest.at(-1)).toMatch(/^Tue 27 Oct/);
  });

  it("says nothing of what it might mean, and nothing where nothing was", () => {
    expect(factsOf(nothing, say)).toEqual([]);
    const [unknown] = factsOf({ ...nothing, attempts: [{ ...attempt, exercise: "gone", outcome: "tried" }] }, say);
    expect(unknown?.words).toMatch(/^An exercise, tried and stopped\./);
    expect(namedMoves([])).toBe("");
  });
});
