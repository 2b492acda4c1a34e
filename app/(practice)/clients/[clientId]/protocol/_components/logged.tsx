"use client";

import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { AttemptLine } from "@/lib/exercises/attempt-lines";
import { Lines } from "../../words/_components/lines";
import { rate } from "../actions";
import { RateAttempt } from "./rate-attempt";

export type LoggedLine = {
  id: string;
  day: string;
  title: string;
  outcome: "done" | "tried" | "skipped";
  /** Own steps in words; null with the partner. */
  form: string | null;
  /** What the client gave, field by field. */
  lines: readonly AttemptLine[];
  rating: number | null;
};

type Props = { week: number | null; lines: readonly LoggedLine[]; name: string; mayRate: boolean };

const outcomes = { done: "Done", tried: "Tried, stopped early", skipped: "Left out" } as const;

/** What the client logged in one week with everything they gave, beside the rating that judges it. Quality before ticks. */
export function Logged({ week, lines, name, mayRate }: Props) {
  return (
    <Section
      id="logged"
      title={week === null ? "Logged" : `Logged in week ${week}`}
      sub="Choose a week in the path to see it here. Your rating is for you and your colleagues."
    >
      {lines.length === 0 ? (
        <Empty title="Nothing logged in this week">What {name} logs appears here at once.</Empty>
      ) : (
        <ul>
          {lines.map((line) => (
            <li className="look-logged" key={line.id}>
              <div className="flex-[1_1_260px] [&_dl]:mb-0">
                <p>
                  <span className="font-strong text-ink">{line.title}</span>, {line.day}
                </p>
                <p className="text-ink-2 text-small">
                  {[outcomes[line.outcome], line.form].filter(Boolean).join(". ")}
                </p>
                <Lines lines={line.lines} />
              </div>
              {line.outcome === "skipped" ? null : (
                <RateAttempt
                  action={rate}
                  attemptId={line.id}
                  about={`${line.title}, ${line.day}`}
                  rating={line.rating}
                  isOpen={mayRate}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
