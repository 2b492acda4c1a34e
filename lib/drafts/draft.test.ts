import { describe, expect, it } from "vitest";
import { type Draft, dropWords, endDraft, keepWords, mostAside, noDraft, takeWords } from "@/lib/drafts/draft";
import { draftForm, keptDraft } from "@/lib/drafts/draft-form";
import { keptText } from "@/lib/drafts/ending";
import { placeOf } from "@/lib/drafts/known-place";
import { type Place, placeName } from "@/lib/drafts/place";

const keep = (draft: Draft, hand: string, step: number, text: string, seen = 0): Draft =>
  keepWords(draft, { hand, step, seen, words: { text } }, "2026-11-23T10:00:00Z").draft;
const told = ({ stands, aside }: Draft) => [stands?.words.text ?? null, ...aside.map(({ words }) => words.text)];

describe("words that are kept while somebody writes", () => {
  const phone = keep(noDraft, "phone", 1, "from the phone");

  it("take the place of what their page has seen", () => {
    expect(told(keep(phone, "phone", 2, "from the phone, longer"))).toEqual(["from the phone, longer"]);
    expect(told(keep(phone, "laptop", 1, "gone on with", phone.version))).toEqual(["gone on with"]);
  });
  it("put what their page has not seen beside them, once", () => {
    const both = keep(phone, "laptop", 1, "from the laptop");
    expect(told(both)).toEqual(["from the laptop", "from the phone"]);
    const again = keep(keep(both, "phone", 2, "from the phone, longer"), "laptop", 2, "from the laptop, longer");
    expect(told(again)).toEqual(["from the laptop, longer", "from the phone, longer"]);
  });
  it("are not undone by a sending that was overtaken", () => {
    const newer = keep(phone, "phone", 3, "newest");
    expect(keepWords(newer, { hand: "phone", step: 2, seen: 9, words: { text: "old" } }, "")).toEqual({
      draft: newer,
      is: "known",
    });
  });
  it("are one where two pages wrote the same, and a step further is no word", () => {
    const same = keepWords(
      phone,
      { hand: "laptop", step: 1, seen: 0, words: { text: "from the phone", $step: "2" } },
      "",
    );
    expect(told(same.draft)).toEqual(["from the phone"]);
    expect(same.draft.version).toBe(phone.version);
  });
  it("are changed back and forth without loss", () => {
    const both = keep(phone, "laptop", 1, "from the laptop");
    const taken = takeWords(both, "phone");
    expect(told(taken)).toEqual(["from the phone", "from the laptop"]);
    expect(told(takeWords(taken, "laptop"))).toEqual(["from the laptop", "from the phone"]);
    expect(told(dropWords(both, "phone"))).toEqual(["from the laptop"]);
    expect(dropWords(both, "nobody")).toBe(both);
  });
  it("end when they are sent, and what the page had not seen stays", () => {
    const both = keep(phone, "laptop", 1, "from the laptop");
    expect(told(endDraft(both, { opened: 0, hand: "laptop" }))).toEqual([null, "from the phone"]);
    expect(told(endDraft(both, { opened: 0, hand: "phone" }))).toEqual(["from the laptop"]);
    const untouched = endDraft(phone, { opened: phone.version, hand: null });
    expect(told(untouched)).toEqual([null]);
    expect(keepWords(untouched, { hand: "phone", step: 9, seen: 9, words: { text: "late" } }, "").is).toBe("over");
  });
  it("are refused rather than forgotten where too many stand beside each other", () => {
    let draft = noDraft;
    for (let one = 0; one <= mostAside; one += 1) draft = keep(draft, `hand-${one}`, 1, `text ${one}`);
    expect(told(draft)).toHaveLength(mostAside + 1);
    expect(keepWords(draft, { hand: "one-more", step: 1, seen: 0, words: { text: "more" } }, "")).toEqual({
      draft,
      is: "full",
    });
  });
});

describe("the places of drafts", () => {
  const id = "0b8f5a52-6a0e-4f57-9a5c-3f6f0a1d2c3b";
  it("are read as they are named", () => {
    const places: Place[] = [
      { kind: "exercise", key: "small-secret", form: "own" },
      { kind: "message" },
      { kind: "check" },
      { kind: "move" },
      { kind: "reply", clientId: id, attemptId: null },
      { kind: "reply", clientId: id, attemptId: id },
      { kind: "skip", key: "small-secret" },
      { kind: "swap", key: "small-secret" },
      { kind: "note", clientId: id, about: `event-note.${id}` },
      { kind: "editor", of: "reading", about: "start-gently" },
    ];
    for (const place of places) expect(placeOf(placeName(place))).toEqual(place);
  });
  it("are no others: no safety question and no word to say that somebody is not safe", () => {
    for (const name of [
      "",
      "safe",
      "safety-check",
      `check/${id}`,
      "exercise/small-secret",
      "message/x",
      `reply/${id}/x`,
      "skip",
      "swap/small-secret/own",
      "note/x/raise",
      `note/${id}`,
      "editor/safety-check/x",
      "editor/reading/a b",
    ])
      expect(placeOf(name), name).toBeUndefined();
    const form = { do: "keep", place: "safe", hand: "some-hand", step: "1", seen: "0", words: "{}" };
    expect(draftForm.safeParse(form).success).toBe(false);
    expect(draftForm.safeParse({ ...form, place: "message" }).success).toBe(true);
    expect(draftForm.safeParse({ ...form, place: "message", words: "{" }).success).toBe(false);
    expect(draftForm.safeParse({ ...form, place: "message", words: '{"a":{"b":1}}' }).success).toBe(false);
  });

  it("are named by a form beside what it ends, and where nothing was written it ends nothing", () => {
    const kept = (said: unknown) => keptDraft(said);
    const place = { kind: "skip", key: "small-secret" };
    expect(kept(keptText("skip/small-secret", "0.some-hand"))).toEqual({
      place,
      ending: { opened: 0, hand: "some-hand" },
    });
    expect(kept("skip/small-secret 4")).toEqual({ place, ending: { opened: 4, hand: null } });
    for (const said of ["skip/small-secret 0", "safe 0.some-hand", "skip/small-secret", "message x", null, undefined])
      expect(kept(said), String(said)).toBeUndefined();
  });
});
