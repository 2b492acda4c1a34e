import { Section } from "@/components/ui/section";
import type { PracticeFigures } from "@/db/queries/figures/practice-figures";

const words = { done: "Took place", missed: "Missed", cancelled: "Called off", open: "Not said yet" } as const;

/** What became of the sessions of the last 13 weeks. Sessions are counted, not people. */
export function SessionFigures({ sessions }: { sessions: PracticeFigures["sessions"] }) {
  const { done = 0, missed = 0, cancelled = 0, booked = 0, moved = 0, kept = 0, reopened = 0 } = sessions;
  const counts = { done, missed, cancelled, open: booked + moved + kept + reopened };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Section title="Sessions" id="sessions" sub="Of the last 13 weeks, by what became of them.">
      {all === 0 ? (
        <p>No session was planned in these weeks.</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 desk:grid-cols-4">
          {Object.entries(counts).map(([key, count]) => (
            <div key={key}>
              <dt className="text-small text-ink-2">{words[key as keyof typeof words]}</dt>
              <dd className="text-lead font-strong">{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
