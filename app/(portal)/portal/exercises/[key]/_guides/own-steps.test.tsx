import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { nothingGiven } from "@/lib/drafts/draft";
import { attemptForm } from "@/lib/exercises/attempt-form";
import { builtInExercises } from "@/lib/exercises/built-in-exercises";
import { type Exercise, exercisePages } from "@/lib/exercises/exercise";
import { idle } from "@/lib/form-state";
import { exerciseIn } from "@/lib/protocol/own-steps";
import { guides } from "./guides";

const action = async () => idle;
const id = "0b8f5a52-6a0e-4f57-9a5c-3f6f0a1d2c3b";
const shipped = (page: string): Exercise => {
  const exercise = builtInExercises.find((one) => one.page === page);
  if (!exercise) throw new Error(page);
  return exerciseIn(exercise, "own");
};

/** The whole guide as it is sent: without a script every step stands open. */
function htmlOf(page: (typeof exercisePages)[number]): string {
  const exercise = shipped(page);
  const frame = { id, exerciseKey: exercise.key, page, form: "own" as const, draft: nothingGiven, record: action };
  const { instructions } = exercise;
  return renderToStaticMarkup(
    createElement(guides.own[page], {
      frame,
      exercise,
      instructions,
      partner: "PARTNER",
      reader: "Alma",
      therapist: "Alma",
    }),
  );
}

/** What is kept when somebody goes from step to step and touches nothing but the last button ("$": the page's own). */
function sentUntouched(html: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<(input|textarea)\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const type = /\btype="([^"]*)"/.exec(tag)?.[1] ?? "text";
    if (!name || name.startsWith("$") || ((type === "radio" || type === "checkbox") && !/\bchecked\b/.test(tag)))
      continue;
    sent[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "";
  }
  return { ...sent, outcome: "done" };
}

describe("the own steps of every guided page", () => {
  for (const page of exercisePages) {
    it(`have a way through ${page} with nothing written, nothing chosen and nobody needed`, () => {
      const html = htmlOf(page);
      const sent = sentUntouched(html);
      expect(Object.keys(sent)).toEqual(expect.arrayContaining(["id", "key", "page", "form", "reflection"]));
      const read = attemptForm.safeParse(sent);
      expect(read.error?.issues).toBeUndefined();
      expect(read.data).toMatchObject({ form: "own", attempt: { outcome: "done", detail: { page, form: "own" } } });
      expect(html).not.toMatch(/\brequired\b/);
      expect(html.match(/<section/g)?.length).toBeGreaterThanOrEqual(3);
    });
    it(`say ${page} whole, without a partner, a gate or a reason`, () => {
      const { title, purpose, instructions } = shipped(page);
      const html = htmlOf(page).replace(/<script.*?<\/script>/gs, "");
      const text = `${title} ${purpose} ${instructions} ${html.replace(/<[^>]*>/g, " ")}`;
      expect(text).not.toMatch(/\bpartner|each other|the two of you|both of you|couple|your (husband|wife|love)/i);
      expect(text).not.toMatch(/\bsafe|\b(closed|closes|joint|gate|instead of|for now|until then)\b/i);
      expect(text).not.toMatch(/!|\b(just|simply|sadly|unfortunately|sorry|punish\w*|lesser|at least)\b/i);
    });
  }
});
