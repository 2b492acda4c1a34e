import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { type Reading, readingMinutes } from "@/lib/domain/learn/reading";

/** The reading of the week, until it is marked as read. */
export function WeekReading({ reading }: { reading: Reading }) {
  return (
    <section className="task">
      <h2>{reading.title}</h2>
      <p>
        {reading.summary} About {readingMinutes(reading)} minutes to read.
      </p>
      <LinkButton href={`/portal/learn/${reading.key}` as Route} label={`Read: ${reading.title}`}>
        Read
      </LinkButton>
    </section>
  );
}
