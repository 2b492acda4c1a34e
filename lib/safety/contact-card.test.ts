import { describe, expect, it } from "vitest";
import {
  allowedWords,
  type ContactCard,
  type ContactPerson,
  callable,
  cardFault,
  confirmCardForm,
  contactCardForm,
  contactCardSchema,
  contactRows,
  contactSides,
  planQuestions,
  safetyPlanForm,
  safetyPlanSchema,
} from "@/lib/safety/contact-card";

const clientId = "7d444840-9dc0-41d1-b245-5ffdce74fad2";
const somebody = (side: ContactPerson["side"]): ContactPerson => ({ name: `A ${side}`, number: "020 7946 0000", side });
const sides = Object.keys(contactSides) as ContactPerson["side"][];
const card = (call: ContactPerson[] = []): ContactCard => ({
  ...{ phone: "07700 900123", safeHours: "Tue 10–12", ifAnotherAnswers: "Say it is the dentist.", voicemail: "no" },
  ...{ text: "neutral", agreedWord: "Umbrella", call, neverCall: "My brother-in-law." },
});

describe("whom staff may ring", () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date));
  const everybody = card(sides.map(somebody));
  const may = (lastStopAt: Date | null) => callable(everybody, { savedAt: day(10), lastStopAt });
  it("is everybody on the card while nothing has asked for a stop since", () => {
    expect(may(null)).toEqual({ call: everybody.call, struck: [] });
    expect(may(day(9)).call).toHaveLength(4);
  });
  it("is nobody of the partner’s side after a stop, from its very instant, and the others still", () => {
    for (const stop of [day(10), day(11)])
      expect(may(stop)).toEqual({
        call: [somebody("own"), somebody("professional")],
        struck: [somebody("partner"), somebody("partners-family")],
      });
  });
  it("is refused on a new card of the partner’s side while there is a stop", () => {
    for (const side of sides) {
      const isPartners = side === "partner" || side === "partners-family";
      const fault = cardFault(card([somebody("own"), somebody(side)]), { isStopped: true });
      if (isPartners) expect(fault).toMatch(/^While there is a stop, nobody of the partner’s side/);
      else expect(fault, side).toBeNull();
      expect(cardFault(card([somebody(side)]), { isStopped: false })).toBeNull();
    }
  });
});

describe("the card as its form sends it", () => {
  const { call: _call, ...plain } = card();
  const given = { clientId, confirmedOn: "2026-11-27", askedAlone: "yes", ...plain };
  const fault = (more: object) =>
    contactCardForm.safeParse({ ...given, ...more }).error?.issues.map(({ path, message }) => [path[0], message]);

  it("keeps what was said, without spaces around it, and leaves empty rows out", () => {
    const rows = { "name-1": " Ruth ", "number-1": " 020 7946 0001 ", "side-1": "professional", "name-3": "Mia" };
    expect(contactCardForm.parse({ ...given, phone: " 07700 900123 ", ...rows })).toEqual({
      ...{ clientId, confirmedOn: "2026-11-27" },
      card: card([
        { name: "Ruth", number: "020 7946 0001", side: "professional" },
        { name: "Mia", number: "", side: "own" },
      ]),
    });
    expect(contactRows).toEqual([0, 1, 2, 3]);
  });
  it("needs no words but what may be left on a machine, the day, and that it was asked alone", () => {
    const least = { clientId, confirmedOn: "2026-11-27", askedAlone: "yes", voicemail: "yes", text: "no" };
    expect(contactCardForm.parse(least).card).toEqual({
      ...{ phone: "", safeHours: "", ifAnotherAnswers: "", voicemail: "yes", text: "no", agreedWord: "" },
      ...{ call: [], neverCall: "" },
    });
    expect(fault({ voicemail: "" })).toEqual([["voicemail", "Ask whether a message may be left."]]);
    expect(fault({ text: "maybe" })).toEqual([["text", "Ask whether a text may be sent."]]);
    expect(fault({ confirmedOn: "today" })).toEqual([["confirmedOn", "Write the day on which this was asked."]]);
    expect(fault({ askedAlone: undefined })).toEqual([
      ["askedAlone", "The card is asked alone. Ask it when nobody else can hear."],
    ]);
    expect(fault({ practiceId: clientId })).toHaveLength(1);
    for (const choice of ["no", "neutral", "yes"]) expect(fault({ voicemail: choice, text: choice })).toBeUndefined();
  });
  it("asks whose number it is, in that row", () => {
    expect(fault({ "number-2": "020 7946 0001" })).toEqual([["name-2", "Write who that is."]]);
    const { error } = contactCardForm.safeParse({ ...given, "number-2": "020 7946 0001" });
    expect(error?.issues[0]?.code).toBe("custom");
  });
  it("takes every side and no other", () => {
    for (const side of sides) expect(fault({ "name-0": "Ruth", "side-0": side })).toBeUndefined();
    expect(fault({ "name-0": "Ruth", "side-0": "neighbour" })).toHaveLength(1);
  });
  it.each<[string, number, string?]>([
    ["phone", 200, "Use 200 characters or fewer."],
    ["safeHours", 200, "Use 200 characters or fewer."],
    ["ifAnotherAnswers", 200, "Use 200 characters or fewer."],
    ["agreedWord", 200, "Use 200 characters or fewer."],
    ["neverCall", 2000, "Use 2,000 characters or fewer."],
    ["name-0", 120],
    ["number-0", 40],
  ])("%s holds %i characters", (key, most, sentence) => {
    const row = key.endsWith("-0") ? { "name-0": "Ruth" } : {};
    expect(fault({ ...row, [key]: "7".repeat(most) })).toBeUndefined();
    const said = fault({ ...row, [key]: "7".repeat(most + 1) });
    expect(said).toHaveLength(1);
    if (sentence) expect(said).toEqual([[key, sentence]]);
  });
  it("is kept as no other shape", () => {
    expect(contactCardSchema.parse(card([somebody("own")]))).toEqual(card([somebody("own")]));
    for (const wrong of [
      ...[
        { ...card(), voicemail: "loud" },
        { ...card(), text: "" },
        { ...card(), more: 1 },
        { ...card(), phone: 7 },
      ],
      ...[card([{ ...somebody("own"), name: " " }]), card([{ ...somebody("own"), name: "n".repeat(121) }])],
      ...[card([{ ...somebody("own"), number: "7".repeat(41) }]), card(Array(5).fill(somebody("own")))],
      ...[
        { ...card(), call: [{ ...somebody("own"), side: "other" }] },
        { ...card(), call: [{ name: "Ruth" }] },
      ],
      ...[{ ...card(), call: [{ ...somebody("own"), more: 1 }] }],
    ])
      expect(contactCardSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    for (const side of sides) expect(contactCardSchema.parse(card([somebody(side)])).call).toEqual([somebody(side)]);
    for (const said of ["no", "neutral", "yes"] as const)
      expect(contactCardSchema.parse({ ...card(), voicemail: said, text: said })).toMatchObject({ voicemail: said });
    const spaced = contactCardSchema.parse(card([{ name: " Ruth ", number: " 1 ", side: "own" }]));
    expect(spaced.call).toEqual([{ name: "Ruth", number: "1", side: "own" }]);
  });
  it("is confirmed alone or not at all", () => {
    expect(confirmCardForm.parse({ clientId, askedAlone: "yes" })).toEqual({ clientId, askedAlone: "yes" });
    expect(confirmCardForm.safeParse({ clientId, askedAlone: "no" }).error?.issues[0]?.message).toMatch(/asked alone/);
    expect(confirmCardForm.safeParse({ clientId: "x", askedAlone: "yes" }).success).toBe(false);
  });
});

it("says of a message what may be left: nothing, no name, or all", () => {
  expect(allowedWords).toEqual({ no: "Never", neutral: expect.stringContaining("with no name"), yes: "Yes" });
});

describe("the safety plan", () => {
  const keys = ["signs", "alone", "places", "people", "children", "things"];
  const plan = Object.fromEntries(keys.map((key) => [key, `About ${key}.`]));
  it("asks six questions, and is kept under them alone", () => {
    expect(Object.keys(planQuestions)).toEqual(keys);
    expect(safetyPlanForm.parse({ clientId, ...plan, signs: " About signs. " })).toEqual({ clientId, plan });
    expect(safetyPlanForm.parse({ clientId }).plan).toEqual(Object.fromEntries(keys.map((key) => [key, ""])));
    expect(safetyPlanSchema.parse(plan)).toEqual(plan);
    expect(safetyPlanSchema.safeParse({ ...plan, more: "" }).success).toBe(false);
    expect(safetyPlanForm.safeParse({ ...plan, clientId: "x" }).success).toBe(false);
  });
  it.each(keys)("holds 2,000 characters about %s", (key) => {
    const said = (count: number) => safetyPlanForm.safeParse({ clientId, ...plan, [key]: "x".repeat(count) });
    expect(said(2000).success).toBe(true);
    expect(said(2001).error?.issues[0]?.message).toBe("Use 2,000 characters or fewer.");
  });
});
