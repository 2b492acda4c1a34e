import { describe, expect, it } from "vitest";
import { contactForm, contactResetForm, contactRows, lineKind, lineKinds } from "@/lib/safety/contact-form";
import { everyCountry, isCountry } from "@/lib/safety/country-name";
import { mostLines, practiceContactsSchema } from "@/lib/safety/region-contacts";

const given = { country: "NO", emergency: "112" };
const row = (at: number, more: { name?: string; number?: string; kind?: string; words?: string }) =>
  Object.fromEntries(Object.entries(more).map(([key, value]) => [`${key}-${at}`, value]));
const faults = (more: object) =>
  contactForm.safeParse({ ...given, ...more }).error?.issues.map(({ path, message }) => [path[0], message]);
const linesOf = (more: object) => contactForm.parse({ ...given, ...more }).contacts.lines;

describe("what a line is for and how it is reached", () => {
  it("is one choice, each by a name of its own", () => {
    expect(lineKinds).toHaveLength(16);
    expect(new Set(lineKinds.map(({ value }) => value)).size).toBe(16);
    const labels = new Map(lineKinds.map(({ value, label }) => [value, label]));
    expect(labels.get("crisis call")).toBe("Talking, by phone");
    expect(labels.get("violence text")).toBe("Violence at home, by text");
    expect(labels.get("own-behaviour web")).toBe("Own behaviour, on a site");
    expect(labels.get("danger silent")).toBe("Danger now, without speaking");
    expect(lineKind({ about: "own-behaviour", way: "web" })).toBe("own-behaviour web");
  });
  it("can be chosen, whichever it is, and no other", () => {
    for (const { value } of lineKinds) {
      const number = value.endsWith("web") ? "https://help.example" : "116 123";
      const [about, way] = value.split(" ");
      expect(linesOf(row(0, { name: "A line", number, kind: value }))).toEqual([
        { name: "A line", number, about, way, words: "" },
      ]);
    }
    expect(faults(row(0, { kind: "crisis pigeon" }))).toHaveLength(1);
  });
});

describe("the lines of a country", () => {
  it("are talking by phone where nothing else was chosen, without spaces around what was written", () => {
    expect(linesOf(row(13, { name: " Mental Helse ", number: " 116 123 ", words: " At any hour. " }))).toEqual([
      { name: "Mental Helse", number: "116 123", about: "crisis", way: "call", words: "At any hour." },
    ]);
    expect(contactRows).toHaveLength(mostLines);
  });
  it("are none of rows that hold nothing but spaces, and are counted without them", () => {
    expect(linesOf(row(2, { name: "  ", number: " " }))).toEqual([]);
    const words = `${"w".repeat(120)} `;
    expect(linesOf(row(2, { name: "A line", number: "116 123", words }))[0]?.words).toHaveLength(120);
    const { error } = contactForm.safeParse({ ...given, ...row(2, { name: "A line" }) });
    expect(error?.issues[0]?.code).toBe("custom");
  });
  it("are asked for who answers, and for a number that a phone dials, each in its row", () => {
    expect(faults(row(3, { number: "116 123" }))).toEqual([["name-3", "Write who answers there."]]);
    expect(faults(row(5, { name: "A line" }))).toEqual([["number-5", "Write the number as a phone dials it."]]);
    expect(
      faults({ ...row(1, { name: "A line", number: "116 123" }), ...row(5, { name: "A line", number: "soon" }) }),
    ).toEqual([["number-5", "Write the number as a phone dials it."]]);
  });
  it.each(["0800 111 0 111", "+44 (0)20 7946-0000", "1.202/555", "12", "7".repeat(30)])(
    "take %s as a number",
    (number) => expect(faults(row(0, { name: "A line", number }))).toBeUndefined(),
  );
  it.each(["1", "call 112", "112 now", "++44 20", "( )", "7".repeat(31), "12+34"])("take %s for no number", (number) =>
    expect(faults(row(0, { name: "A line", number }))).toEqual([["number-0", "Write the number as a phone dials it."]]),
  );
  it.each(["https://help.example", "https://a.b/c?d=e"])("take %s as a site", (number) =>
    expect(faults(row(0, { name: "A site", number, kind: "crisis web" }))).toBeUndefined(),
  );
  it.each([
    "help.example",
    "http://help.example",
    "https://help",
    "https:///help.example",
    "see https://a.b",
    "https://a b.c",
    "https://a.b c",
    "https://a.",
    "116 123",
  ])("take %s for no site", (number) =>
    expect(faults(row(0, { name: "A site", number, kind: "crisis web" }))).toEqual([
      ["number-0", "Write the whole address, with https://."],
    ]),
  );
  it.each([
    ["name", 80],
    ["words", 120],
  ] as const)("hold so much as a %s: %i characters", (key, most) => {
    const said = (count: number) => faults(row(0, { name: "A line", number: "116 123", [key]: "w".repeat(count) }));
    expect(said(most)).toBeUndefined();
    expect(said(most + 1)?.map(([field]) => field)).toEqual([`${key}-0`]);
    if (key === "words") expect(said(most + 1)).toEqual([["words-0", "Use 120 characters or fewer."]]);
  });
  it("hold an address of 200 characters", () => {
    const site = (count: number) =>
      row(0, { name: "A site", number: `https://a.b/${"c".repeat(count - 12)}`, kind: "crisis web" });
    expect(faults(site(200))).toBeUndefined();
    expect(faults(site(201))?.map(([field]) => field)).toEqual(["number-0"]);
  });
});

describe("the emergency numbers of a country", () => {
  it("are one at least, whichever", () => {
    for (const key of ["emergency", "police", "ambulance"])
      expect(faults({ emergency: "", [key]: " 112 " }), key).toBeUndefined();
    expect(faults({ emergency: "" })).toEqual([["emergency", "Write one emergency number at least."]]);
    expect(
      contactForm.parse({ country: "NO", emergency: " 110 ", police: " 112 ", ambulance: " 113 " }).contacts,
    ).toEqual({
      ...{ emergency: "110", police: "112", ambulance: "113", lines: [] },
    });
  });
  it("are dialled", () => {
    expect(faults({ emergency: "soon" })).toEqual([["emergency", "Write the number as a phone dials it."]]);
    expect(faults({ police: "soon" })).toEqual([["police", "Write the number as a phone dials it."]]);
    expect(faults({ emergency: "1".repeat(31) })).toEqual([["emergency", "Use 30 characters or fewer."]]);
  });
});

describe("what a practice keeps", () => {
  const line = { name: "A line", number: "116 123", about: "crisis" };
  const kept = (more: object) => practiceContactsSchema.safeParse({ emergency: "112", lines: [line], ...more });
  it("reads as what an older form kept too: by phone, without words", () => {
    expect(kept({}).data).toEqual({
      ...{ emergency: "112", police: "", ambulance: "" },
      lines: [{ ...line, way: "call", words: "" }],
    });
  });
  it("is without the spaces around what was written, and says of a fault where it is", () => {
    const spaced = { name: " A line ", number: " 116 123 ", about: "crisis", words: " At night. " };
    expect(kept({ emergency: " 112 ", lines: [spaced] }).data).toMatchObject({
      ...{ emergency: "112", lines: [{ name: "A line", number: "116 123", words: "At night." }] },
    });
    expect(kept({ lines: [{ ...line, number: "soon" }] }).error?.issues).toMatchObject([
      { code: "custom", path: ["lines", 0, "number"] },
    ]);
  });
  it("has fourteen lines at most, and nothing beside", () => {
    expect(kept({ lines: Array(14).fill(line) }).success).toBe(true);
    for (const wrong of [
      { lines: Array(15).fill(line) },
      { more: "" },
      { lines: [{ ...line, more: "" }] },
      { lines: [{ ...line, about: "x" }] },
      { lines: [{ ...line, way: "x" }] },
    ])
      expect(kept(wrong).success, JSON.stringify(wrong).slice(0, 60)).toBe(false);
  });
});

describe("a country", () => {
  it("is chosen from those that people know by a name, in the order of their names", () => {
    expect(contactResetForm.parse({ country: "NO" })).toEqual({ country: "NO" });
    expect(contactResetForm.safeParse({ country: "no" }).error?.issues[0]?.message).toBe("Choose a country.");
    expect(contactResetForm.safeParse({ country: "NO", more: "" }).success).toBe(false);
    const labels = everyCountry.map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(["Afghanistan", "Åland Islands", "Albania"]);
    expect(labels.at(-1)).toBe("Zimbabwe");
    expect(new Set(labels).size).toBe(labels.length);
    for (const { value, label } of everyCountry) {
      expect(isCountry(value)).toBe(true);
      expect(label).not.toBe(value);
    }
    for (const none of ["", "QX", "ZZ", "UK"]) expect(isCountry(none), none).toBe(false);
    // Kosovo has a number of its own and no zone; the Antarctic a zone and no number.
    expect(everyCountry).toContainEqual({ value: "XK", label: "Kosovo" });
    expect(everyCountry).toContainEqual({ value: "AQ", label: "Antarctica" });
  });
});
