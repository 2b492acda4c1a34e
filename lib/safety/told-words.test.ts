import { describe, expect, it } from "vitest";
import { awayWords, readsWords, type TherapistNow, type Told, toldWords } from "./told-words";

const alma: TherapistNow = { name: "Alma Keller", hasAccess: true, away: null };
const told: Told = { openedAt: new Date(0), asked: ["Alma Keller"], letter: "on-its-way", seen: null };
const say = { moment: () => "13:25", day: (date: string) => date };
const words = (more: Partial<Told> = {}, therapist: Partial<TherapistNow> = {}, mail = true) => {
  const { title, sentences } = toldWords({ ...told, ...more }, { ...alma, ...therapist }, mail, say);
  return [title, ...sentences].join(" | ");
};
const away = (more: object) => ({ away: { until: "Fri 4 Dec", coverName: null, outside: null, ...more } });

describe("what somebody reads who said that they do not feel safe", () => {
  it("never says that anybody was told before they said so", () => {
    const everything = [
      words(),
      words({ letter: "handed-over" }),
      words({ letter: "none" }),
      words({}, {}, false),
      words({ asked: [] }),
      words({}, { hasAccess: false }),
      words({}, away({})),
    ];
    for (const one of everything) expect(one).not.toMatch(/has been told|has seen it/);
    expect(words({ letter: "handed-over" })).toBe(
      "It stands first on the list of Alma Keller | An e-mail was handed over. | Nobody has said yet that they have seen it.",
    );
    expect(words({}, {}, false)).toContain("No mail is set up, so nobody was written to.");
  });

  it("names who has seen it, and when", () => {
    expect(words({ seen: { name: "Ruth Levi", at: new Date(0) } })).toBe("Ruth Levi has seen it, 13:25");
  });

  it("says so where the therapist does not see it any more, and whose list it stands on instead", () => {
    expect(words({ asked: ["Otto Owner"] }, { name: "Ben Cole", hasAccess: false })).toMatch(
      /^It stands first on the list of Otto Owner .*Ben does not see it any more\.$/,
    );
    expect(words({ asked: [] })).toMatch(/^Nobody in the practice sees it now .*call one of the numbers/);
  });

  it("says who stands in while somebody is away, or that nobody does", () => {
    expect(awayWords(alma, say.day)).toBeNull();
    expect(awayWords({ ...alma, ...away({ coverName: "Ben Cole" }) }, say.day)).toContain("Ben Cole stands in, sees");
    const outside = { name: "Dr Vale", phone: "020 7946 0000" };
    expect(awayWords({ ...alma, ...away({ outside }) }, say.day)).toContain(
      "Dr Vale stands in: 020 7946 0000. They do not see",
    );
    expect(words({}, away({}))).toMatch(/Alma is away until Fri 4 Dec\. Nobody stands in\.$/);
  });

  it("says each thing that is so, and nothing else", () => {
    const seen = { name: "Ruth Levi", at: new Date(0) };
    const outside = { name: "Dr Vale", phone: "020 7946 0000" };
    const gone = away({ coverName: "Ben Cole", outside });
    const standsIn = "Alma is away until Fri 4 Dec. Ben Cole stands in, sees what comes for Alma and can answer.";
    expect(words()).toBe(
      "It stands first on the list of Alma Keller | An e-mail is on its way. | Nobody has said yet that they have seen it.",
    );
    expect(words({ letter: "none", asked: ["Alma Keller", "Ruth Levi"] })).toBe(
      "It stands first on the list of Alma Keller and Ruth Levi | No e-mail went out. | Nobody has said yet that they have seen it.",
    );
    expect(words({ seen }, { hasAccess: false, ...gone })).toBe(
      `Ruth Levi has seen it, 13:25 | Alma does not see it any more. | ${standsIn}`,
    );
    expect(words({ asked: [] }, gone)).toBe(
      `Nobody in the practice sees it now | ${standsIn} | Please call one of the numbers, or somebody you trust.`,
    );
    expect(words({}, away({ outside }))).toMatch(
      /\| Alma is away until Fri 4 Dec\. Dr Vale stands in: 020 7946 0000\. They do not see what you write here\.$/,
    );
  });
});

describe("when what is written is read", () => {
  const nine = { from: "09:00", to: "17:00" };
  const hours = [nine, nine, null, null, null, null, null];
  const reads = (
    therapist: Partial<Parameters<typeof readsWords>[0]>,
    kept: typeof hours | null = null,
    ownZone = "Europe/London",
  ) => readsWords({ ...alma, zone: "Europe/London", coming: null, ...therapist, hours: kept }, say.day, ownZone);

  it("is in working hours, as far as they are known", () => {
    expect(reads({})).toBe("Alma reads messages when working, not day and night.");
    expect(reads({}, hours)).toBe("Alma works Monday to Tuesday 09:00–17:00 and reads messages then.");
  });
  it("is on the therapist’s clock, which is named where the reader’s shows another", () => {
    expect(reads({}, hours, "America/New_York")).toBe(
      "Alma works Monday to Tuesday 09:00–17:00 (London time) and reads messages then.",
    );
    expect(reads({ zone: "America/New_York" }, hours)).toContain("(New York time)");
    expect(reads({}, null, "America/New_York")).toBe("Alma reads messages when working, not day and night.");
  });
  it("tells days away before they begin, and who stands in then", () => {
    const coming = { from: "Mon 7 Dec", until: "Fri 11 Dec", coverName: null, outside: null };
    expect(reads({ coming })).toBe(
      "Alma reads messages when working, not day and night. From Mon 7 Dec to Fri 11 Dec Alma is away. Nobody stands in.",
    );
    expect(reads({ coming: { ...coming, coverName: "Ben Cole" } }, hours)).toContain("Ben Cole stands in, sees");
    expect(reads({ coming, ...away({}) })).toBe("Alma is away until Fri 4 Dec. Nobody stands in.");
  });
  it("is by whoever stands in while somebody is away", () => {
    expect(reads(away({ coverName: "Ben Cole" }), hours)).toBe(
      "Alma is away until Fri 4 Dec. Ben Cole stands in, sees what comes for Alma and can answer.",
    );
  });
  it("is by the practice where the therapist reads no more, away or not", () => {
    const gone = "Alma does not read here any more. The practice does, and tells you who comes next.";
    expect(reads({ hasAccess: false })).toBe(gone);
    expect(reads({ hasAccess: false, ...away({ coverName: "Ben Cole" }) }, hours)).toBe(gone);
  });
});
