import { describe, expect, it } from "vitest";
import { contactsFor, countriesWithLines, gapsOf, NOT_WATCHED } from "@/lib/safety/crisis-contacts";
import {
  crisis,
  crisisText,
  dangerText,
  isShownUnchecked,
  lineName,
  ownBehaviour,
  ownBehaviourForMen,
  type ShippedLine,
  silentCall,
  unread,
  violence,
  violenceForMen,
  violenceForWomen,
  violenceText,
  violenceWeb,
  violenceWebForWomen,
} from "@/lib/safety/crisis-line";
import { emergencyNumbersOf } from "@/lib/safety/emergency-numbers";
import { dialled, placeWords, practiceHeading } from "@/lib/safety/help-words";
import {
  contactsIn,
  dangerSentence,
  emergencyWords,
  helpFor,
  type PracticeContacts,
} from "@/lib/safety/region-contacts";

const page = "https://a.page";

describe("a line that ships", () => {
  it("says what it is for, how it is reached and whom it answers", () => {
    const kinds = (lines: ((name: string, number: string) => ShippedLine)[]) =>
      lines.map((line) => {
        const { about, way, to, name, number, words } = line("A line", "116 123");
        expect([name, number, words]).toEqual(["A line", "116 123", ""]);
        return `${about} ${way} ${to ?? "everybody"}`;
      });
    expect(kinds([crisis, crisisText, violence, violenceForWomen, violenceForMen, violenceText])).toEqual([
      ...["crisis call everybody", "crisis text everybody", "violence call everybody", "violence call women"],
      ...["violence call men", "violence text everybody"],
    ]);
    expect(kinds([violenceWeb, violenceWebForWomen, ownBehaviour, ownBehaviourForMen, dangerText, silentCall])).toEqual(
      [
        ...["violence web everybody", "violence web women", "own-behaviour call everybody", "own-behaviour call men"],
        ...["danger text everybody", "danger silent everybody"],
      ],
    );
    expect(Object.keys(crisis("A line", "1")).sort()).toEqual(["about", "name", "number", "seen", "way", "words"]);
  });
  it("is shown where a page was read, and a number also where it was compared; nothing by hearsay", () => {
    expect(crisis("A line", "1", page, "At night.")).toMatchObject({
      ...{ words: "At night.", seen: { where: page, on: "2026-11-29" } },
    });
    expect(crisis("A line", "1").seen).toBe("compared");
    for (const line of [crisisText, violenceWeb, silentCall]) expect(line("A line", "1").seen).toBe("unread");
    const isShown = [crisis("A", "1"), crisis("A", "1", page), crisisText("A", "1", page), crisisText("A", "1")];
    expect(isShown.map(isShownUnchecked)).toEqual([true, true, true, false]);
    expect(unread(crisis("A", "1", page))).toEqual({ ...crisis("A", "1", page), seen: "unread" });
    expect(isShownUnchecked(unread(crisis("A", "1", page)))).toBe(false);
  });
  it("is named with whom it answers, once", () => {
    expect(lineName(violenceForMen("Respect", "1"))).toBe("Respect, for men");
    expect(lineName(violenceForWomen("Women Helpline", "1"))).toBe("Women Helpline");
    expect(lineName(violenceForMen("men’s line", "1"))).toBe("men’s line");
    expect(lineName(violenceForWomen("Mention", "1"))).toBe("Mention, for women");
    expect(lineName(violence("Refuge", "1"))).toBe("Refuge");
  });
});

describe("an emergency number", () => {
  it("is one for everything, or of police and ambulance apart, or both ways", () => {
    expect(emergencyNumbersOf("GB")).toEqual([{ for: "all", number: "999" }]);
    expect(emergencyNumbersOf("JP")).toEqual([
      { for: "police", number: "110" },
      { for: "ambulance", number: "119" },
    ]);
    expect(emergencyNumbersOf("AT")).toEqual([
      { for: "all", number: "112" },
      { for: "police", number: "133" },
      { for: "ambulance", number: "144" },
    ]);
    // Where an ambulance has the number for everything, it stands once.
    expect(emergencyNumbersOf("BE")).toEqual([
      { for: "all", number: "112" },
      { for: "police", number: "101" },
    ]);
  });
  it("is of the police alone where no ambulance is known, and none where nothing is", () => {
    expect(emergencyNumbersOf("BF")).toEqual([{ for: "police", number: "17" }]);
    expect(emergencyNumbersOf("AD")[0]).toEqual({ for: "all", number: "112" });
    expect(emergencyNumbersOf("ZW")).toEqual([
      { for: "police", number: "999" },
      { for: "ambulance", number: "994" },
    ]);
    for (const none of ["", "TM", "gb"]) expect(emergencyNumbersOf(none)).toEqual([]);
  });
  it("is said with whom it brings where it brings only one", () => {
    expect(emergencyWords(emergencyNumbersOf("AT"))).toBe("112");
    expect(emergencyWords(emergencyNumbersOf("JP"))).toBe("110 for the police, 119 for an ambulance");
    expect(emergencyWords(emergencyNumbersOf("BF"))).toBe("17 for the police");
    expect(emergencyWords([])).toBe("");
  });
});

describe("what ships for a country", () => {
  it("is found in any case, by name, and empty where nothing ships", () => {
    expect(contactsFor("gb")).toEqual(contactsFor("GB"));
    expect(contactsFor("GB")).toMatchObject({ country: "GB", name: "United Kingdom" });
    expect(contactsFor("TM")).toMatchObject({ lines: [], emergency: [] });
    expect(countriesWithLines).toEqual([...countriesWithLines].sort());
    expect(countriesWithLines).toContain("US");
    expect(countriesWithLines).toContain("AT");
  });
  it("says what is missing until the owner adds it, in words", () => {
    expect(gapsOf("TM")).toEqual([
      ...["an emergency number", "a crisis line", "a line about violence at home that answers everybody"],
      ...["a line for people worried about their own behaviour", "a way without speaking"],
    ]);
  });
  it("never hides a gap: a country without one has a line for everybody, one for own behaviour and a silent way", () => {
    for (const code of countriesWithLines) {
      const shown = contactsFor(code).lines.filter(isShownUnchecked);
      const gaps = gapsOf(code).join(" | ");
      const answersAll = (about: string) => {
        const lines = shown.filter((one) => one.about === about);
        const to = (whom: "women" | "men") => lines.some((one) => one.to === whom);
        return lines.some((one) => one.to === undefined) || (to("women") && to("men"));
      };
      expect(gaps.includes("a crisis line"), code).toBe(!answersAll("crisis"));
      expect(gaps.includes("violence at home"), code).toBe(!answersAll("violence"));
      expect(gaps.includes("own behaviour"), code).toBe(!shown.some((one) => one.about === "own-behaviour"));
      expect(gaps.includes("without speaking"), code).toBe(!shown.some((one) => ["text", "silent"].includes(one.way)));
      expect(gaps.includes("emergency"), code).toBe(emergencyNumbersOf(code).length === 0);
    }
  });
});

describe("where a person turns", () => {
  const line = { name: "Our own line", number: "116 123", about: "crisis" as const, way: "call" as const, words: "" };
  const own = (more: Partial<PracticeContacts>): PracticeContacts => ({
    ...{ emergency: "", police: "", ambulance: "", lines: [] },
    ...more,
  });
  it("is the practice’s own list as it wrote it, numbers that it left out left out", () => {
    expect(contactsIn("NO", own({ emergency: "112", police: "02800", ambulance: "113", lines: [line] }))).toEqual({
      ...{ country: "NO", name: "Norway", checked: true, lines: [line] },
      emergency: [
        { for: "all", number: "112" },
        { for: "police", number: "02800" },
        { for: "ambulance", number: "113" },
      ],
    });
    expect(contactsIn("NO", own({ police: "02800" })).emergency).toEqual([{ for: "police", number: "02800" }]);
    expect(contactsIn("no", null)).toMatchObject({ country: "NO", checked: false });
  });
  it("is by country, in whatever case the practice’s own is kept", () => {
    const lists = new Map([["NO", own({ emergency: "112" })]]);
    const help = helpFor({ region: "SE", zone: "Europe/Oslo", practiceCountry: "no" }, lists);
    expect(help.here).toMatchObject({ country: "SE", checked: false, from: "record" });
    expect(help.practice).toMatchObject({ country: "NO", checked: true });
    expect(helpFor({ region: "NO", zone: "UTC", practiceCountry: "no" }, lists)).toMatchObject({
      ...{ here: { country: "NO", checked: true }, practice: null },
    });
    const linesOnly = new Map([["TM", own({ lines: [line] })]]);
    expect(helpFor({ region: "GB", zone: "UTC", practiceCountry: "TM" }, linesOnly).practice).toMatchObject({
      country: "TM",
    });
  });
  it("says that nobody watches, and how the country came to be shown", () => {
    expect(NOT_WATCHED).toBe("Nearer is not watched around the clock.");
    const call = `${NOT_WATCHED} In danger now? Call your local emergency number.`;
    expect(dangerSentence({ here: null })).toBe(call);
    expect(dangerSentence({ here: { ...contactsIn("TM", null), from: "record" } })).toBe(call);
    expect(placeWords("zone")).toMatch(/^Taken from the time zone of your record\. If you are in another country/);
    expect(placeWords("record")).toMatch(/^If you are in another country now/);
    expect(practiceHeading("United Kingdom")).toBe("United Kingdom, where your therapist works");
    expect(dialled("+44 (0)20 7946-0000 x")).toBe("+4402079460000");
  });
});
