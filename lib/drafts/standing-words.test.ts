import { describe, expect, it } from "vitest";
import { requireSeen, revisionOfWords } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";

const opened = { title: "Start gently", words: "One" };
const theirs = { title: "Start gently", words: "Two" };
const mine = { title: "Start softly", words: "Three" };
const refusal = (run: () => void): Refused => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refused) return error;
  }
  throw new Error("It was not refused.");
};

describe("words that several people may change", () => {
  it("change where the page showed what stands, or says nothing of it, or where both wrote the same", () => {
    for (const seen of [revisionOfWords(opened), undefined])
      expect(() => requireSeen(opened, mine, { seen })).not.toThrow();
    expect(() => requireSeen(theirs, theirs, { seen: revisionOfWords(opened) })).not.toThrow();
  });
  it("are not written over unseen: both texts are shown, and sending once more is a decision", () => {
    const { fields, message } = refusal(() => requireSeen(theirs, mine, { seen: revisionOfWords(opened) }));
    expect(message).toContain("Somebody has saved other words here");
    expect(fields).toEqual({
      title: "It says now: “Start gently”",
      words: "It says now: “Two”",
      instead: revisionOfWords(theirs),
    });
    expect(() => requireSeen(theirs, mine, { instead: fields.instead })).not.toThrow();
    const third = { title: "Start gently", words: "Four" };
    expect(() => requireSeen(third, mine, { instead: fields.instead })).toThrow(Refused);
  });
  it("have one revision whatever the order of their fields, and another for other words", () => {
    expect(revisionOfWords({ words: "One", title: "Start gently" })).toBe(revisionOfWords(opened));
    expect(revisionOfWords(theirs)).not.toBe(revisionOfWords(opened));
  });
});
