"use client";

import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { rate } from "../actions";
import { RateAttempt } from "./rate-attempt";

export type LoggedLine = {
  id: string;
  day: string;
  title: string;
  outcome: "done" | "tried" | "skipped";
  /** Such as "Anxiety 7, then 4"; for a skip, its reason. */
  detail: string;
  /** How the client said it went; null when left out. */
  said: string | null;
  rating: number | null;
};

type Props = { week: number | null; lines: readonly LoggedLine[]; name: string; mayRate: boolean };

const outcomes = { done: "Done", tried: "Tried, stopped early", skipped: "Skipped" } as const;

/** What the client logged in one week: how it went for them, and how the therapist sees it. Quality before ticks. */
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
        <ul className="logged">
          {lines.map((line) => (
            <li key={line.id}>
              <div className="what">
                <p>
                  <span className="strong">{line.title}</span>, {line.day}
                </p>
                <p className="sm sec">{[outcomes[line.outcome], line.detail].filter(Boolean).join(". ")}</p>
                {line.outcome === "skipped" ? null : (
                  <p className="sm">
                    {line.said ? `${name}: ${line.said}` : <span className="sec">{name} did not say how it went</span>}
                  </p>
                )}
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
