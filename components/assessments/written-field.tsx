"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import type { Question } from "@/lib/assessments/questions";
import { limits } from "@/lib/limits";

type Value = number | string | null | undefined;
type Props = {
  id: string;
  kind: Question["kind"];
  value: Value;
  onKeep: (value: number | string | null) => void;
  /** The form that takes it along where no script runs, and under which name. */
  sentWith?: { form: string; name: string };
};

/** A pause in typing after which words are kept, so that a lost page loses a sentence at most. */
const pauseMs = 1_200;

/** A field to write in. What is written is kept in every pause and on leaving; taken out again, it is taken out everywhere. */
export function WrittenField({ id, kind, value, onKeep, sentWith }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [problem, setProblem] = useState("");
  useEffect(() => () => clearTimeout(timer.current), []);
  const keep = (written: string) => {
    clearTimeout(timer.current);
    const read = readWritten(kind, written);
    setProblem(read === undefined ? "Write a number, such as 7 or 2.5." : "");
    if (read !== undefined && read !== (value ?? null)) onKeep(read);
  };
  const name = useFieldName(sentWith?.name, undefined);
  const shared = {
    ...{ id, name, form: sentWith?.form },
    defaultValue: value ?? "",
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem ? `${id}-error` : undefined,
    onBlur: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => keep(event.target.value),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const written = event.target.value;
      clearTimeout(timer.current);
      if (kind === "text") timer.current = setTimeout(() => keep(written), pauseMs);
    },
  };
  return (
    <>
      {/* Of a form that keeps nothing: a browser would have the words again when the tab is opened anew. */}
      <form
        autoComplete="off"
        className={
          problem
            ? '[&_input[type="file"]]:py-1.25 [&_*]:file:my-0 [&_*]:file:-ml-1.5 [&_*]:file:mr-3 [&_*]:file:py-1 [&_*]:file:px-3 [&_*]:file:border [&_*]:file:border-edge [&_*]:file:rounded-mark [&_*]:file:bg-paper [&_*]:file:text-ink [&_*]:file:font-semibold [&_*]:file:cursor-pointer portal:min-h-12 door:min-h-12 flex gap-2 px-2.75 border-2 border-ink items-center min-h-10 rounded-control bg-surface [&_*]:hover:file:border-ink-2 [&_*]:hover:file:bg-sunken motion-safe:[transition:background-color_0.12s_ease,border-color_0.12s_ease] max-desk:min-h-11.5'
            : '[&_input[type="file"]]:py-1.25 [&_*]:file:my-0 [&_*]:file:-ml-1.5 [&_*]:file:mr-3 [&_*]:file:py-1 [&_*]:file:px-3 [&_*]:file:border [&_*]:file:border-edge [&_*]:file:rounded-mark [&_*]:file:bg-paper [&_*]:file:text-ink [&_*]:file:font-semibold [&_*]:file:cursor-pointer flex gap-2 px-3 border border-edge items-center min-h-10 rounded-control bg-surface hover:border-ink-2 [&_*]:hover:file:border-ink-2 [&_*]:hover:file:bg-sunken motion-safe:[transition:background-color_0.12s_ease,border-color_0.12s_ease] max-desk:min-h-11.5 print:hidden'
        }
        onSubmit={(event) => event.preventDefault()}
      >
        {kind === "text" ? (
          <textarea
            className="py-2 w-full min-w-0 bg-transparent text-inherit outline-0 resize-y min-h-18"
            rows={3}
            maxLength={limits.openAnswer}
            {...shared}
          />
        ) : (
          <input
            className="py-2 w-full min-w-0 bg-transparent text-inherit outline-0 max-desk:min-h-11"
            type={kind === "date" ? "date" : "text"}
            inputMode={kind === "number" ? "decimal" : undefined}
            {...shared}
          />
        )}
      </form>
      {problem ? (
        <p className="flex gap-1.5 mt-1.5 text-ink text-small" id={`${id}-error`} role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

/** Null when it is empty again; undefined when it cannot be kept as it stands. */
function readWritten(kind: Question["kind"], written: string): number | string | null | undefined {
  const typed = written.trim();
  if (typed === "") return null;
  if (kind !== "number") return typed;
  const number = Number(typed.replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}
