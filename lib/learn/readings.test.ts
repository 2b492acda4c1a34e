import { describe, expect, it } from "vitest";
import { readingGrade, readingMinutes, readingSchema } from "@/lib/learn/reading";
import { builtInReadings, readingOf, readingsFor } from "@/lib/learn/readings";
import { SAFETY_READING, whereToTurn } from "@/lib/learn/where-to-turn";
import { builtInProtocol } from "@/lib/protocol/built-in";

const bodies = builtInReadings.map((r) => [r.key, r.sections.flatMap((s) => s.paragraphs).join(" ")] as const);

describe("readings", () => {
  it("are valid, take three to five minutes, and read easily at twelve", () => {
    for (const reading of builtInReadings) {
      expect(readingSchema.safeParse(reading).error?.issues, reading.key).toBeUndefined();
      expect(readingMinutes(reading), reading.key).toBeGreaterThanOrEqual(3);
      expect(readingMinutes(reading), reading.key).toBeLessThanOrEqual(5);
      expect(readingGrade(reading), reading.key).toBeLessThan(7);
    }
  });
  it("belong to weeks and exercises that exist, and every week's reading ships", () => {
    for (const week of builtInProtocol.weeks) {
      if (week.reading) expect(readingOf(week.reading)?.weeks, week.reading).toContain(week.number);
    }
    const keys = new Set(builtInProtocol.exercises.map((e) => e.key));
    for (const reading of builtInReadings) {
      expect(reading.weeks.length, reading.key).toBeGreaterThan(0);
      expect(reading.exercises.length, reading.key).toBeGreaterThan(0);
      for (const key of reading.exercises) expect(keys.has(key), key).toBe(true);
    }
    for (const key of keys) expect(readingsFor(key).length, key).toBeGreaterThan(0);
  });
  it("cover every idea that the product teaches, and name once what people may want to look up", () => {
    const ideas: Record<string, string[]> = {
      "why-closeness-feels-risky": [
        ...["one person in four", "nothing is broken", "steady", "cold", "too much"],
        ...["attachment theory", "internal working model", "secure attachment", "avoidant attachment", "plasticity"],
      ],
      "four-ways-of-keeping-away": ["deactivating strategies", "phantom ex", "faults", "lone wolf", "touch"],
      "five-kinds-of-close": ["Emotional", "mind", "play", "Social", "Sexual", "friends in common"],
      "start-gently": ["together", "small step", "often the easiest to open"],
      "the-bodys-alarm": [
        ...["amygdala", "stress axis", "adrenaline", "cortisol", "fMRI", "pain in the body"],
        ...["| Cortisol |", "| Oxytocin |", "| Dopamine |"],
      ],
      "leaning-makes-you-stronger": ["dependency paradox", "earned security"],
      [SAFETY_READING]: ["trauma bond", "soul tie", "Safe love", "trauma-informed", "EMDR", "EFT"],
    };
    const byKey = new Map(bodies);
    for (const [key, words] of Object.entries(ideas)) for (const word of words) expect(byKey.get(key)).toContain(word);
  });
  it("say what is sure and what is argued about, where they speak of research", () => {
    const said = {
      "the-bodys-alarm": /still argued about.*is sure.*as a map/,
      "highs-and-lows": /well tested.*less is known/,
    };
    for (const [key, words] of Object.entries(said))
      expect(new Map(bodies).get(key)?.replaceAll("\n", " ")).toMatch(words);
    expect(new Map(bodies).get("leaning-makes-you-stronger")).toContain("One study is no proof");
  });
  it("promise the way to safety only where it is", () => {
    for (const [key, body] of bodies) expect(body, key).not.toMatch(/(any|every) page/);
  });
  it("never shout or shame", () => {
    for (const [key, body] of bodies)
      expect(body, key).not.toMatch(/!|\b(just|simply|oops|loved one|you failed|missed)\b/i);
  });
  it("say where to turn in the one about highs and lows", () => {
    const body = bodies.find(([key]) => key === SAFETY_READING)?.[1] ?? "";
    for (const words of ["afraid", "trauma", "not your fault", "never taken as proof"]) expect(body).toContain(words);
    const fixed = whereToTurn.paragraphs.join(" ");
    for (const words of ["I don’t feel safe", "alone", "does not clear your browser’s history"])
      expect(fixed).toContain(words);
  });
});
