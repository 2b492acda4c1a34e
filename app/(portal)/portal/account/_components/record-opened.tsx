import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/format";
import type { LocalDate } from "@/lib/time/local-date";

/** On which days the record was opened, the same words for everybody. */
export function RecordOpened({ days, today }: { days: readonly LocalDate[]; today: LocalDate }) {
  return (
    <Section
      id="account-opened"
      title="When your record was opened"
      sub="Your therapist opens it to work with you. Ask in a talk if you want to know more about it."
    >
      {days.length === 0 ? (
        <p>Nobody opened it in the last three months.</p>
      ) : (
        <details>
          <summary>The days of the last three months</summary>
          <ul className="grid gap-1.5 mt-2 list-none">
            {days.map((day) => (
              <li key={day}>{formatDay(day, today)}: your record</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
