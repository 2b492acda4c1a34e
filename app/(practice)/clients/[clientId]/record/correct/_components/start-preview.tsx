import { Notice } from "@/components/ui/notice";
import type { StartPreview as Preview } from "@/lib/clients/start-change";
import { startDoubt } from "@/lib/clients/start-date";
import { formatDay, formatLongDay } from "@/lib/format";
import { counted, plural } from "@/lib/plural";

type Props = { to: string; today: string; preview: Preview; titles: ReadonlyMap<string, string> };

/** What would stand where. Nothing is changed by looking at it. */
export function StartPreview({ to, today, preview: { stands, phases, end, measures, closed }, titles }: Props) {
  const doubt = startDoubt(to, today);
  const day = (date: string | null) => (date ? formatDay(date, today) : "no day yet");
  return (
    <div className="grid gap-3">
      {doubt ? <Notice tone="attention" title={doubt} /> : null}
      <p>
        With week 1 from {formatLongDay(to, today)}, the client reads today:{" "}
        <span className="font-strong text-ink">“{stands.after}”</span> Until now: “{stands.before}”
      </p>
      {closed > 0 ? (
        <p>
          {counted(closed, "assessment")} of the protocol could not be answered any more:{" "}
          {plural(closed, "its", "their")} days would be over.
        </p>
      ) : null}
      <ul className="grid gap-1.5">
        {phases.map(({ title, from, to: then }) => (
          <li key={title}>
            <span className="font-strong text-ink">{title}</span> begins {day(then)}, not {day(from)}
          </li>
        ))}
        <li>
          <span className="font-strong text-ink">The last day</span> is {day(end.to)}, not {day(end.from)}
        </li>
        {measures.map(({ key, instrument, from, to: then }) => (
          <li key={key}>
            {titles.get(instrument) ?? instrument}: due {day(then)}, not {day(from)}
          </li>
        ))}
      </ul>
      <p className="text-ink-2 text-small">What was opened or answered already stays as it is. Nobody is written to.</p>
    </div>
  );
}
