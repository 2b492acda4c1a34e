import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { helpWords } from "@/lib/help-words";

const root = path.resolve(import.meta.dirname, "../..");
const views = ["app", "components"].flatMap((box) =>
  readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => readFileSync(path.join(root, box, file), "utf8")),
);
/** Explained on the page itself, or met where no page of the practice opens yet. */
const withoutLink = ["second-step", "locked", "library"];

it("leads to each word of the help page from where the word is used", () => {
  for (const { key } of helpWords)
    expect(
      views.some((text) => text.includes(`<WhatIs word="${key}"`)),
      key,
    ).toBe(!withoutLink.includes(key));
});

it("explains every word that stopped a newcomer", () => {
  const text = helpWords
    .map(({ word, says, ...more }) => [word, "also" in more ? more.also : "", ...says].join(" "))
    .join(" ")
    .toLowerCase();
  for (const word of [
    ...["second step", "gate", "clear", "clear anew", "closed until", "side by side", "take back", "take it elsewhere"],
    ...["sitting", "again and again", "time to finish", "after each answer", "as each assessment says", "letters"],
    ...["path", "protocol", "weeks of practice", "deactivating strategies", "distance moves", "readings"],
    ...["own version 1", "something to look at", "library"],
  ])
    expect(text, word).toContain(word);
  expect(new Set(helpWords.map(({ key }) => key)).size).toBe(helpWords.length);
});
