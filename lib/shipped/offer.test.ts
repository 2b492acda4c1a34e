import { describe, expect, it } from "vitest";
import type { Instrument } from "@/lib/assessments/instrument";
import { withWording } from "@/lib/assessments/wording";
import { phq9 } from "@/lib/instruments/phq-9";
import { startGently } from "@/lib/learn/readings-closeness";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { differences, linesOf } from "@/lib/shipped/lines";
import { type Holding, offerOf } from "@/lib/shipped/offer";
import { takingFacts, versionWords } from "@/lib/shipped/offer-words";
import type { Shipped } from "@/lib/shipped/shipped-content";

const change = (version: number, isSafety = false) => ({
  version,
  why: `Mends what version ${version - 1} said.`,
  isSafety,
});
const edition = {
  kind: "reading" as const,
  key: "start-gently",
  version: 3,
  hash: "",
  changes: [change(2, true), change(3)],
};
const newest: Shipped<"reading"> = {
  ...{ kind: "reading", key: "start-gently", title: "Start gently", edition },
  content: { ...startGently, summary: "Said better." },
};
const holding = (more: Partial<Holding<"reading">> = {}): Holding<"reading"> => ({
  taken: { version: 2, content: startGently },
  own: null,
  blocked: null,
  mergeWaits: null,
  ...more,
});

describe("what is offered", () => {
  it("is what is newer than the version that was taken, with each change since", () => {
    expect(offerOf(newest, holding({ taken: { version: 3, content: newest.content } }))).toBeNull();
    expect(offerOf(newest, holding({ taken: { version: 4, content: newest.content } }))).toBeNull();
    const offer = offerOf(newest, holding());
    expect(offer).toMatchObject({ version: 3, from: 2, isSafety: false, changes: [change(3)], hasOwn: false });
    expect(offer?.differences).toEqual([
      { id: "summary", place: "In one sentence", before: startGently.summary, after: "Said better." },
    ]);
    const late = offerOf(newest, holding({ taken: { version: 1, content: startGently } }));
    expect(late).toMatchObject({ isSafety: true, changes: [change(2, true), change(3)] });
  });

  it("is new where it was never taken: all of it, and nothing of before", () => {
    const offer = offerOf(newest, holding({ taken: null }));
    expect(offer).toMatchObject({ from: null, changes: [], isSafety: false, edits: [] });
    expect(offer?.differences.every(({ before }) => before === null)).toBe(true);
    expect(offer && versionWords(offer)).toBe("New in Nearer.");
    expect(versionWords({ from: 1, version: 3 })).toBe("Version 3; your practice has version 1.");
  });

  it("says what the practice made of it, and what taking would put in its place", () => {
    const own = { ...startGently, title: "Ours", summary: "Our summary." };
    const offer = offerOf(newest, holding({ own }));
    expect(offer?.edits.map(({ id, after }) => [id, after])).toEqual([
      ["title", "Ours"],
      ["summary", "Our summary."],
    ]);
    expect(offer?.replaced.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["title", "Ours", startGently.title],
      ["summary", "Our summary.", "Said better."],
    ]);
    expect(offer?.clashes.map(({ id }) => id)).toEqual(["summary"]);
    expect(offer?.merge).toBeNull();
    expect(takingFacts({ kind: "reading", hasOwn: true })).toHaveLength(2);
  });

  it("can be put into a protocol of the practice's own, unless something stands in the way", () => {
    const shipped: Shipped<"protocol"> = {
      ...{ kind: "protocol", key: fixtureProtocol.key, title: "Ten weeks nearer", edition },
      content: { ...fixtureProtocol, summary: "Said better." },
    };
    const own = { ...fixtureProtocol, key: "own-protocol", title: "Ours" };
    const held = { taken: { version: 1, content: fixtureProtocol }, own, blocked: null, mergeWaits: null };
    expect(offerOf(shipped, held)?.merge).toBe("possible");
    expect(offerOf(shipped, { ...held, mergeWaits: "A draft." })?.merge).toBe("A draft.");
    expect(offerOf(shipped, { ...held, own: null })?.merge).toBeNull();
  });
});

describe("the lines of an instrument", () => {
  const worded = withWording(phq9, {
    statements: Array.from({ length: 9 }, (_, i) => `Statement ${i + 1}`).join("\n"),
    labels: { answers: "a\nb\nc\nd" },
    stems: { now: "", wished: "" },
  });
  const changed = (change: (draft: Instrument) => void) => {
    const draft = structuredClone(worded);
    change(draft);
    return differences(linesOf("instrument", worded), linesOf("instrument", draft)).map(({ id }) => id);
  };
  it("name the item, the answers, the key and the scale that changed", () => {
    expect(changed((d) => Object.assign(d.items[0] ?? {}, { text: "Other" }))).toEqual(["item.1"]);
    expect(changed((d) => Object.assign(d.items[0] ?? {}, { reversed: true }))).toEqual(["item.1.facts"]);
    expect(changed((d) => d.items[8]?.critical.splice(0))).toEqual(["item.9.critical"]);
    expect(changed((d) => Object.assign(d.optionSets.answers?.[0] ?? {}, { label: "Other" }))).toEqual([
      "options.answers",
    ]);
    expect(changed((d) => d.scales[0]?.bands.pop())).toEqual(["scale.depression"]);
    expect(changed((d) => d.references.push("Another source."))).toEqual(["sources"]);
  });
  it("let nothing change unseen, and do not speak of the practice's own number", () => {
    expect(changed((d) => Object.assign(d, { validated: false }))).toEqual(["rest"]);
    expect(changed((d) => d.items[0]?.codes.pop())).toEqual(["rest"]);
    expect(changed((d) => Object.assign(d, { version: 9 }))).toEqual([]);
    expect(changed((d) => d.items.pop())).toEqual(["rest", "item.9", "item.9.facts", "item.9.critical"]);
  });
});
