import { describe, expect, it } from "vitest";
import { contactForm, contactRows } from "./contact-form";
import { everyCountry } from "./country-name";
import { dialled } from "./help-words";
import { dangerSentence, helpFor, type PracticeContacts } from "./region-contacts";
import { regionForm } from "./region-form";

const none = new Map<string, PracticeContacts>();
const own: PracticeContacts = {
  emergency: "112",
  police: "",
  ambulance: "113",
  lines: [{ name: "Our own line", number: "+47 22 00 00 00", about: "crisis", way: "call", words: "" }],
};
const help = (zone: string, practiceCountry = "GB", region?: string | null, lists = none) =>
  helpFor({ region, zone, practiceCountry }, lists);

describe("where a person can turn", () => {
  it("is the country of the zone while the record says nothing, then the practice’s, each by name", () => {
    const { here, practice } = help("Asia/Tokyo");
    expect(here).toMatchObject({ country: "JP", name: "Japan", from: "zone" });
    expect(practice).toMatchObject({ country: "GB", name: "United Kingdom" });
    expect(help("Europe/London")).toMatchObject({ here: { country: "GB" }, practice: null });
  });

  it("is what the record says, also where the zone says otherwise, and also when it says that nobody knows", () => {
    expect(help("Asia/Tokyo", "GB", "BR")).toMatchObject({ here: { name: "Brazil", from: "record" } });
    expect(help("Europe/London", "GB", null)).toMatchObject({ here: null, practice: { name: "United Kingdom" } });
  });

  it("names no number for danger now where the country is not known, whatever the practice’s country", () => {
    for (const zone of ["UTC", "Etc/GMT+3", "Nowhere/At_All"])
      expect(dangerSentence(help(zone))).toBe(
        "Nearer is not watched around the clock. In danger now? Call your local emergency number.",
      );
    expect(dangerSentence(help("Asia/Ashgabat"))).not.toMatch(/\d/);
  });

  it("names the country with every number", () => {
    expect(dangerSentence(help("Europe/London"))).toBe(
      "Nearer is not watched around the clock. In danger now? Call 999 (United Kingdom).",
    );
    expect(dangerSentence(help("Asia/Tokyo"))).toMatch(/Call 110 for the police, 119 for an ambulance \(Japan\)\.$/);
  });

  it("never names the practice’s emergency number to somebody in another zone of the 418", () => {
    const wrong = Intl.supportedValuesOf("timeZone").filter((zone) => {
      const { here, practice } = help(zone);
      return here === null ? zone !== "UTC" : practice === null && here.country !== "GB";
    });
    expect(wrong).toEqual([]);
  });

  it("is the practice’s own list where it has one, for a country for which nothing ships too", () => {
    const lists = new Map([["NO", own]]);
    expect(help("Europe/Oslo", "GB", undefined, lists).here).toMatchObject({
      checked: true,
      emergency: [
        { for: "all", number: "112" },
        { for: "ambulance", number: "113" },
      ],
      lines: [{ name: "Our own line" }],
    });
    expect(help("Asia/Ashgabat", "GB", undefined, new Map([["TM", own]])).here?.emergency[0]?.number).toBe("112");
  });

  it("leaves the practice’s country out where it has nothing to show", () => {
    expect(help("Asia/Tokyo", "TM").practice).toBeNull();
  });

  it("hides from clients what nobody has read", () => {
    expect(help("Europe/Zurich").here?.lines.map(({ number }) => number)).toEqual(["143"]);
    const named = (zone: string) => help(zone).here?.lines.map(({ name }) => name);
    expect(named("Asia/Kolkata")).toContain("Women Helpline");
    expect(named("Europe/Vienna")).toContain("Frauenhelpline gegen Gewalt, for women");
  });

  it("is dialled without the spaces that people read by", () => {
    expect(dialled("0800 111 0 111")).toBe("08001110111");
    expect(dialled("+44 (0)20 7946")).toBe("+440207946");
  });
});

describe("the form for a country's contacts", () => {
  const empty = Object.fromEntries(
    contactRows.flatMap((row) => [
      [`name-${row}`, ""],
      [`number-${row}`, ""],
      [`kind-${row}`, "crisis call"],
    ]),
  );

  it("keeps the rows that were filled in", () => {
    const read = contactForm.parse({
      ...empty,
      ...{ country: "NO", emergency: "112", ambulance: "113" },
      ...{ "name-3": "Mental Helse", "number-3": "116 123", "words-3": "At any hour." },
      ...{ "name-5": "A site", "number-5": "https://help.example", "kind-5": "violence web" },
    });
    const line = { name: "Mental Helse", number: "116 123", about: "crisis", way: "call", words: "At any hour." };
    const site = { name: "A site", number: "https://help.example", about: "violence", way: "web", words: "" };
    const contacts = { emergency: "112", police: "", ambulance: "113", lines: [line, site] };
    expect(read).toEqual({ country: "NO", contacts });
  });

  it("takes any country, and nothing that is none", () => {
    for (const { value } of everyCountry)
      expect(contactForm.safeParse({ ...empty, country: value, emergency: "112" }).success, value).toBe(true);
    expect(contactForm.safeParse({ ...empty, country: "QX", emergency: "112" }).success).toBe(false);
  });

  it("says in which field something is missing or wrong", () => {
    const read = contactForm.safeParse({
      ...empty,
      ...{ country: "NO", emergency: "soon", "number-2": "116 123", "name-4": "Somebody" },
      ...{ "name-6": "A site", "number-6": "help.example", "kind-6": "violence web" },
    });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["emergency", "name-2", "number-4", "number-6"]);
  });

  it("takes no field that it does not know", () => {
    expect(contactForm.safeParse({ ...empty, country: "NO", emergency: "112", practiceId: "x" }).success).toBe(false);
  });
});

describe("the form for a client’s country", () => {
  const clientId = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

  it("takes a country, or that nobody knows it, and numbers in full", () => {
    expect(regionForm.parse({ clientId, region: "JP", police: "+81 3 3581 4321" })).toEqual({
      ...{ clientId, region: "JP", police: "+81 3 3581 4321", ambulance: "" },
    });
    expect(regionForm.parse({ clientId, region: "" }).region).toBeNull();
  });

  it("refuses a number that works only inside the country, and a country that is none", () => {
    expect(regionForm.safeParse({ clientId, region: "JP", police: "110" }).success).toBe(false);
    expect(regionForm.safeParse({ clientId, region: "ZZ" }).success).toBe(false);
  });
});
