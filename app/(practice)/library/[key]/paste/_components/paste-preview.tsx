"use client";

import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { numberTable, stackedTable } from "@/components/ui/number-table";
import { setWords } from "@/lib/assessments/build/answers";
import { columnWords } from "@/lib/assessments/build/paste-columns";
import type { PastePlan, PlannedRow } from "@/lib/assessments/build/paste-plan";
import { plural } from "@/lib/plural";
import { boundsWords } from "@/lib/typed-number";

/** What a pasted table would become, and the lines that do not fit, before anything is kept. */
export function PastePreview({ plan, otherwise }: { plan: PastePlan; otherwise: string }) {
  const head = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new look is read anew
  useEffect(() => head.current?.focus(), [plan.rows.length, plan.problems.length]);
  const faults = new Map<number, string[]>();
  for (const { line, sentence } of plan.problems) faults.set(line, [...(faults.get(line) ?? []), sentence]);
  return (
    <section aria-labelledby="preview" className="grid gap-3">
      <h2 id="preview" ref={head} tabIndex={-1} className="font-serif text-section font-semibold">
        What would come of it
      </h2>
      {plan.problems.length > 0 ? (
        <Notice tone="attention" title="Nothing is taken yet" announce>
          {plural(plan.problems.length, "One line does not fit.", `${plan.problems.length} things do not fit.`)} Mend
          them above, then look again.
        </Notice>
      ) : (
        <p className="text-ink-2">
          Nothing is kept yet. Columns: {plan.columns.map((kind) => columnWords[kind]).join(", ")}.
        </p>
      )}
      {[...faults].map(([line, sentences]) => (
        <p key={line} className="font-semibold">
          {line > 0 ? `Line ${line}: ` : ""}
          {sentences.join(" ")}
        </p>
      ))}
      {plan.rows.length > 0 ? (
        <table className={classNames(numberTable, stackedTable)}>
          <caption className="sr-only">The statements as they would be taken</caption>
          <thead>
            <tr>
              <th scope="col">Statement</th>
              <th scope="col" className="words text-left!">
                Answers
              </th>
              <th scope="col" className="words text-left!">
                Counts for
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row) => (
              <tr key={row.line}>
                <th scope="row" className="font-normal wrap-anywhere">
                  {row.section ? <span className="block text-small text-ink-2">Under “{row.section}”</span> : null}
                  {row.text || "No statement"}
                </th>
                <td className="words" data-label="Answers">
                  {answersOf(row, otherwise)}
                </td>
                <td className="words" data-label="Counts for">
                  {row.scales.length > 0 ? row.scales.join(", ") : "No scale"}
                  {row.reversed ? ", reversed" : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

function answersOf({ answered }: PlannedRow, otherwise: string): string {
  if (answered === null) return otherwise;
  if (answered.options) return setWords(answered.options);
  if (answered.kind === "integer" || answered.kind === "decimal")
    return boundsWords({ least: answered.min, most: answered.max, isWhole: answered.kind === "integer" });
  return answered.kind === "display" ? "Shown, not answered" : answered.kind === "date" ? "A day" : "Words";
}
