"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { useFieldName } from "@/components/forms/use-field-name";
import { asField, describedBy } from "@/components/ui/control-frame";
import { ErrorLine } from "@/components/ui/error-line";
import { Hint } from "@/components/ui/hint";
import type { Question } from "@/lib/assessments/questions";
import { type WrittenRule, writtenFault, writtenWords } from "@/lib/assessments/written-rule";
import { limits, tooLongBy } from "@/lib/limits";
import { boundsWords, type NumberBounds, numberIn } from "@/lib/typed-number";

type Value = number | string | null | undefined;
type Props = {
  id: string;
  kind: Question["kind"];
  value: Value;
  onKeep: (value: number | string | null) => void;
  /** What a number may be; said before and after. */
  bounds?: NumberBounds | undefined;
  /** What words or a day may be; said before and after. */
  rule?: WrittenRule | undefined;
  /** What a number is counted in. */
  unit?: string | undefined;
  /** Whether what stands in the field is what was kept: nothing else goes on from here. */
  onProblem?: (hasProblem: boolean) => void;
  /** The form that takes it along where no script runs, and under which name. */
  sentWith?: { form: string; name: string };
};

/** A pause in typing after which words are kept, so that a lost page loses a sentence at most. */
const pauseMs = 1_200;

/** A field to write in. What is written is kept in every pause and on leaving; taken out again, it is taken out everywhere. */
export function WrittenField({ id, kind, value, onKeep, bounds, rule = {}, unit, onProblem, sentWith }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [problem, setProblem] = useState("");
  useEffect(() => () => clearTimeout(timer.current), []);
  const limits = kind === "number" && bounds && Object.keys(bounds).length > 0 ? [boundsWords(bounds)] : [];
  const said = [...limits, ...(unit ? [`In ${unit}.`] : [])].join(" ");
  const hint = said || writtenWords(rule);
  const keep = (written: string) => {
    clearTimeout(timer.current);
    const read = readWritten(kind, written, bounds, rule);
    const fault = "problem" in read ? read.problem : "";
    setProblem(fault);
    onProblem?.(fault !== "");
    if ("value" in read && read.value !== (value ?? null)) onKeep(read.value);
  };
  const name = useFieldName(sentWith?.name, undefined);
  const shared = {
    ...{ id, name, form: sentWith?.form },
    defaultValue: value ?? "",
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": describedBy({ id, hint, error: problem }),
    onBlur: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => keep(event.target.value),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const written = event.target.value;
      clearTimeout(timer.current);
      if (kind === "text") timer.current = setTimeout(() => keep(written), pauseMs);
    },
  };
  return (
    <>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {/* Of a form that keeps nothing: a browser would have the words again when the tab is opened anew. */}
      <form autoComplete="off" {...asField(problem ? "bad" : "plain")} onSubmit={(event) => event.preventDefault()}>
        {kind === "text" ? (
          <textarea rows={3} {...shared} />
        ) : (
          <input
            type={kind === "date" ? "date" : "text"}
            inputMode={kind === "number" ? "decimal" : undefined}
            min={rule.earliest}
            max={rule.latest}
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

/** Null when it is empty again; a sentence where it cannot be kept as it stands. */
function readWritten(
  kind: Question["kind"],
  written: string,
  bounds: NumberBounds | undefined,
  rule: WrittenRule,
): { value: number | string | null } | { problem: string } {
  const typed = written.trim();
  if (kind === "number") {
    const read = numberIn(typed, bounds);
    return "value" in read ? read : { problem: `Not saved yet. ${read.problem}` };
  }
  const over = typed.length - limits.openAnswer;
  const fault = over > 0 ? tooLongBy(over, limits.openAnswer) : typed === "" ? null : writtenFault(rule, typed);
  return fault === null ? { value: typed || null } : { problem: `Not saved yet. ${fault}` };
}
