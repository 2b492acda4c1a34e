"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import { asField } from "@/components/ui/control-frame";
import { ErrorLine } from "@/components/ui/error-line";
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
      <form autoComplete="off" {...asField(problem ? "bad" : "plain")} onSubmit={(event) => event.preventDefault()}>
        {kind === "text" ? (
          <textarea rows={3} maxLength={limits.openAnswer} {...shared} />
        ) : (
          <input
            type={kind === "date" ? "date" : "text"}
            inputMode={kind === "number" ? "decimal" : undefined}
            {...shared}
          />
        )}
      </form>
      {problem ? (
        <ErrorLine id={`${id}-error`} announce>
          {problem}
        </ErrorLine>
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
