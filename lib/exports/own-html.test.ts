import { expect, it } from "vitest";
import { hostileWords } from "../hostile-words.testing";
import { ownHtml } from "./own-html";
import { type OwnEntry, type OwnPages, ownParts } from "./own-pages";

it("makes no element, attribute or address of what somebody wrote, in any place of the file", () => {
  const entry = (words: string): OwnEntry => ({ date: null, title: words, lines: [{ label: words, words }] });
  const pagesOf = (all: readonly string[]) =>
    ({
      ...{ clientId: "c", name: "N", today: "2026-11-23", checks: [], consents: [] },
      parts: Object.fromEntries(ownParts.map((part) => [part, all.map(entry)])),
    }) as unknown as OwnPages;
  const tagsOf = (html: string) => html.match(/<[/!?]?\w+/g) ?? [];
  const harmless = hostileWords.map(() => "words");
  const html = ownHtml(pagesOf(hostileWords));
  expect(tagsOf(html)).toEqual(tagsOf(ownHtml(pagesOf(harmless))));
  expect(html).not.toContain("<script");
});
