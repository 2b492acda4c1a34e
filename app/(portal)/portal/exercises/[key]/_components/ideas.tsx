"use client";

import { useEffect, useRef, useState } from "react";
import { useGuideValues } from "@/components/portal/guide-values";
import { Field } from "@/components/ui/field";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { limits } from "@/lib/limits";

/** Things to learn that bring nobody closer than a table's width. */
const ideas: Record<ExerciseForm, readonly string[]> = {
  shared: [
    "Juggle two balls",
    "A card trick",
    "Ten words of a language",
    "A song on one instrument",
    "Fold a paper crane",
    "Cook something neither of us knows",
    "Draw each other’s shoes",
    "Whistle with two fingers",
  ],
  own: [
    "Juggle two rolled socks",
    "A card trick",
    "Ten words of a language",
    "The alphabet backwards",
    "Fold a paper crane",
    "A new knot",
    "Draw my own hand",
    "Whistle with two fingers",
  ],
};

/** Something to try: one of these, or anything else. */
export function Ideas({ label, form }: { label: string; form: ExerciseForm }) {
  const [pick, setPick] = useState(useGuideValues().pick ?? "");
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the guide reads its fields once the idea stands in them
  useEffect(() => {
    if (chosen.current) field.current?.dispatchEvent(new Event("input", { bubbles: true }));
    chosen.current = false;
  }, [pick]);
  return (
    <div className="grid gap-4">
      <Field
        id="pick"
        label={label}
        hint="Your own idea, or one of these."
        value={pick}
        maxLength={limits.idea}
        ref={field}
        onChange={(event) => setPick(event.currentTarget.value)}
      />
      <ul className="flex gap-2 pt-1 flex-wrap" data-scripted aria-label="Ideas">
        {ideas[form].map((idea) => (
          <li key={idea}>
            <button
              type="button"
              className="chosen:px-3.75 chosen:border-2 chosen:border-primary chosen:bg-primary-tint chosen:font-strong py-1 px-4 border border-edge min-h-11 rounded-option bg-surface text-ink cursor-pointer hover:border-ink forced-colors:chosen:forced-color-adjust-none forced-colors:chosen:bg-[SelectedItem] forced-colors:chosen:text-[SelectedItemText]"
              aria-pressed={idea === pick}
              onClick={() => {
                chosen.current = true;
                setPick(idea);
              }}
            >
              {idea}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
