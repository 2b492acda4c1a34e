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
    <div className="shared-view">
      {dimensions ? (
        <section>
          <h3>Kinds of close</h3>
          <p className="sec">
            As {name} answered on {day(dimensions.date)}. Filled: how it is now. Open: how {name} wishes it were. Each
            from 0 to 96. Something to talk about, and no more exact than that.
          </p>
          <DimensionRows rows={dimensions.rows} />
        </section>
      ) : null}
      {connection.length > 0 ? (
        <section>
          <h3>Connection, week by week</h3>
          <p className="sec">{sentence}</p>
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
          <h3>Days of practice</h3>
          <p className="sec">On how many days of each finished week {name} practised.</p>
          <ul className="plain-list">
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
