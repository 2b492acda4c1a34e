import { describe, expect, it } from "vitest";
import { contactForm } from "./contact-form";
import { crisisContacts } from "./crisis-contacts";
import { dialled, type PracticeContacts, regionContacts } from "./region-contacts";
import { countryOfZone } from "./zone-country";

const none = new Map<string, PracticeContacts>();
const own: PracticeContacts = {
  emergency: "112",
  lines: [{ name: "Our own line", number: "+47 22 00 00 00", about: "crisis" }],
};

describe("the contacts of a region", () => {
  it("are those of the client's time zone first, then of the practice", () => {
    expect(regionContacts("Europe/Oslo", "GB", none).map(({ country }) => country)).toEqual(["NO", "GB"]);
    expect(regionContacts("Europe/London", "GB", none).map(({ country }) => country)).toEqual(["GB"]);
  });

  it("fall back to the practice's country where nothing ships for the zone, and to nothing where neither is known", () => {
    expect(regionContacts("Asia/Tokyo", "de", none).map(({ country }) => country)).toEqual(["DE"]);
    expect(regionContacts("Asia/Tokyo", "JP", none)).toEqual([]);
  });

  it("are the practice's own where it has a list, for countries that nothing ships for too", () => {
    const [norway] = regionContacts("Europe/Oslo", "NO", new Map([["NO", own]]));
    expect(norway).toMatchObject({
      checked: true,
      name: "Norway",
      lines: [{ name: "Our own line", dial: "+4722000000" }],
    });
    expect(regionContacts("Asia/Tokyo", "JP", new Map([["JP", own]]))[0]).toMatchObject({ country: "JP", name: null });
  });

  it("know a zone of every country that contacts ship for, and each zone is one that devices know", () => {
    const zones = ["Europe/Vienna", "Australia/Sydney", "America/Toronto", "America/New_York", "Asia/Kolkata"];
    expect(zones.map(countryOfZone)).toEqual(["AT", "AU", "CA", "US", "IN"]);
    const known = new Set(Intl.supportedValuesOf("timeZone").map(countryOfZone));
    expect(crisisContacts.map(({ country }) => country).filter((country) => !known.has(country))).toEqual([]);
  });

  it("are dialled without the spaces that people read by", () => {
    expect(dialled("0800 111 0 111")).toBe("08001110111");
    expect(dialled("+44 (0)20 7946")).toBe("+440207946");
  });
});

describe("the form for a country's contacts", () => {
  const empty = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].flatMap((row) => [
      [`name-${row}`, ""],
      [`number-${row}`, ""],
      [`about-${row}`, "crisis"],
    ]),
  );

  it("keeps the rows that were filled in", () => {
    const read = contactForm.parse({
      ...empty,
      country: "NO",
      emergency: "112",
      "name-3": "Mental Helse",
      "number-3": "116 123",
    });
    expect(read).toEqual({
      country: "NO",
      contacts: { emergency: "112", lines: [{ name: "Mental Helse", number: "116 123", about: "crisis" }] },
    });
  });

  it("says in which field something is missing or wrong", () => {
    const read = contactForm.safeParse({
      ...empty,
      country: "NO",
      emergency: "soon",
      "number-2": "116 123",
      "name-4": "Somebody",
    });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["emergency", "name-2", "number-4"]);
  });

  it("takes no field that it does not know", () => {
    expect(contactForm.safeParse({ ...empty, country: "NO", emergency: "112", practiceId: "x" }).success).toBe(false);
  });
});
