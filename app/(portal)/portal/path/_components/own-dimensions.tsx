import { type Dimension, dimensionLook, dimensions as order } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { share } from "@/components/charts/dumbbell-geometry";
import type { ReleasedDimensions } from "@/db/queries/own-path";
import { formatLongDay } from "@/lib/format";

type Props = { dimensions: ReleasedDimensions; today: string };

/** Five kinds of closeness as the client answered them, once the therapist has released them. A table that draws itself. */
export function OwnDimensions({ dimensions, today }: Props) {
  const rows = order.flatMap((dimension) => rowOf(dimensions, dimension));
  if (rows.length === 0) return null;
  return (
    <section className="task">
      <h2>Five kinds of close</h2>
      <p>
        As you answered on {formatLongDay(dimensions.date, today)}. Filled: how it is now. Open: how you wish it were.
        Each from 0 to 96. They are something to talk about, and no more exact than that.
      </p>
      <table className="own-dimensions">
        <caption className="vh">How it is now and how you wish it were, 0 to 96</caption>
        <thead className="vh">
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Drawing</th>
            <th scope="col">Now</th>
            <th scope="col">Wished</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dimension, now, wished }) => (
            <tr key={dimension}>
              <th scope="row">
                <DimensionLabel dimension={dimension} />
              </th>
              <td className="plot" aria-hidden="true">
                <svg width="100%" height="20" aria-hidden="true" className={`apart ${dimensionLook[dimension].hue}`}>
                  <line className="gap" x1={share(now)} x2={share(wished)} y1="10" y2="10" />
                  <circle className="ring" cx={share(wished)} cy="10" r="6" />
                  <circle className="dot" cx={share(now)} cy="10" r="6" />
                </svg>
              </td>
              <td className="num">{now}</td>
              <td className="num sec">{wished}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function rowOf({ scores }: ReleasedDimensions, dimension: Dimension) {
  const score = (form: "now" | "wished") =>
    scores.find((one) => one.scaleKey === dimension && one.form === form)?.score ?? null;
  const now = score("now");
  const wished = score("wished");
  return now === null || wished === null ? [] : [{ dimension, now: Math.round(now), wished: Math.round(wished) }];
}
