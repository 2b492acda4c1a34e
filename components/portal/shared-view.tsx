import { DimensionRows } from "@/components/charts/dimension-rows";
import { Thermometer } from "@/components/charts/thermometer";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { SharedView as View } from "@/lib/couples/shared-scores";
import { counted } from "@/lib/plural";

type Props = {
  view: View;
  /** First name of whose it is. The owner's preview and the partner's page are this one view. */
  name: string;
  /** A local date in words. */
  day: (date: string) => string;
};

/** What one person shows another: only what there is, so that what is kept leaves no gap, no count and no heading. */
export function SharedView({ view: { connection, practice, dimensions }, name, day }: Props) {
  const sentence = `How connected ${name} felt: the middle of each finished week, 1 to 10.`;
  return (
    <div className="[&_.text-ink-2]:mt-0.5 [&_.text-ink-2]:mb-2 [&_.text-ink-2]:mx-0 grid gap-7 mt-3">
      {dimensions ? (
        <section>
          <h3 className="font-semibold text-section leading-snug font-serif">Kinds of close</h3>
          <p className="text-ink-2">
            As {name} answered on {day(dimensions.date)}. Filled: how it is now. Open: how {name} wishes it were.
            Something to talk about, and no more exact than that.
          </p>
          <DimensionRows rows={dimensions.rows} />
        </section>
      ) : null}
      {connection.length > 0 ? (
        <section>
          <h3 className="font-semibold text-section leading-snug font-serif">Connection, week by week</h3>
          <p className="text-ink-2">{sentence}</p>
          <DataTableAlternative
            table={{
              caption: sentence,
              columns: ["Week", "Middle"],
              rows: connection.flatMap(({ week, score }) => (score === null ? [] : [[week, String(score)]])),
            }}
          >
            <Thermometer weeks={connection} latest={null} label={sentence} />
          </DataTableAlternative>
        </section>
      ) : null}
      {practice.length > 0 ? (
        <section>
          <h3 className="font-semibold text-section leading-snug font-serif">Days of practice</h3>
          <p className="text-ink-2">On how many days of each finished week {name} practised.</p>
          <ul className="grid gap-2 mt-2.5">
            {practice.map(({ week, days }) => (
              <li key={week}>
                Week {week}: {counted(days, "day")}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
