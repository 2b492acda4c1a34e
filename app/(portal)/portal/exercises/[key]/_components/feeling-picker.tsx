"use client";

import { useEffect, useRef, useState } from "react";
import { useGuideValues } from "@/components/portal/guide-values";
import { Field } from "@/components/ui/field";
import { familyOf, feelingFamilies, searchFeelings } from "@/lib/exercises/feelings";
import { limits } from "@/lib/limits";

/** A word by family, by searching, or of one's own: all three end in the same field. */
export function FeelingPicker() {
  const values = useGuideValues();
  const [word, setWord] = useState(values.feeling ?? "");
  const [family, setFamily] = useState<string | null>(() => familyOf(values.feeling ?? "")?.key ?? null);
  const field = useRef<HTMLInputElement>(null);
  const picked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the guide reads its fields once the word stands in them
  useEffect(() => {
    if (picked.current) field.current?.form?.dispatchEvent(new Event("input", { bubbles: true }));
    picked.current = false;
  }, [word]);
  const pick = (chosen: string) => {
    picked.current = true;
    setWord(chosen);
    setFamily(familyOf(chosen)?.key ?? family);
  };
  const known = familyOf(word);
  const open = feelingFamilies.find(({ key }) => key === family);
  const found = known || !word.trim() ? [] : searchFeelings(word, 8);
  return (
    <div className="grid gap-4">
      <Field
        id="feeling"
        label="The feeling, in one word"
        hint="Write your own, or search by its first letters. Or look through the families below."
        value={word}
        maxLength={limits.feeling}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <input type="hidden" name="family" value={known?.key ?? ""} ref={field} />
      <div role="status">
        {found.length > 0 ? (
          <Words label="Words that fit what you typed" words={found.map((one) => one.word)} word={word} pick={pick} />
        ) : null}
      </div>
      <fieldset className="grid gap-3" data-scripted>
        <legend className="block mb-1.5 font-semibold">Families of feelings</legend>
        <div className="flex gap-2 flex-wrap">
          {feelingFamilies.map(({ key, title }) => (
            <button
              key={key}
              type="button"
              className="chosen:px-3.75 chosen:border-2 chosen:border-primary chosen:bg-primary-tint chosen:font-strong py-1 px-4 border border-edge min-h-11 rounded-option bg-surface text-ink cursor-pointer hover:border-ink forced-colors:chosen:forced-color-adjust-none forced-colors:chosen:bg-[SelectedItem] forced-colors:chosen:text-[SelectedItemText]"
              aria-expanded={key === family}
              onClick={() => setFamily(key === family ? null : key)}
            >
              {title}
            </button>
          ))}
        </div>
        {open ? <Words label={`${open.title} feelings`} words={open.words} word={word} pick={pick} /> : null}
      </fieldset>
    </div>
  );
}

type WordsProps = { label: string; words: readonly string[]; word: string; pick: (word: string) => void };

function Words({ label, words, word, pick }: WordsProps) {
  return (
    <ul className="flex gap-2 pt-1 flex-wrap" data-scripted aria-label={label}>
      {words.map((one) => (
        <li key={one}>
          <button
            type="button"
            className="chosen:px-3.75 chosen:border-2 chosen:border-primary chosen:bg-primary-tint chosen:font-strong py-1 px-4 border border-edge min-h-11 rounded-option bg-surface text-ink cursor-pointer hover:border-ink forced-colors:chosen:forced-color-adjust-none forced-colors:chosen:bg-[SelectedItem] forced-colors:chosen:text-[SelectedItemText]"
            aria-pressed={one === word.trim().toLowerCase()}
            onClick={() => pick(one)}
          >
            {one}
          </button>
        </li>
      ))}
    </ul>
  );
}
