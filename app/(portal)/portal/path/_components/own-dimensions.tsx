import { DimensionRows } from "@/components/charts/dimension-rows";
import type { ReleasedDimensions } from "@/db/queries/own-path";
import { dimensions as order } from "@/lib/domain/assessments/dimension";
import { isFull, pointsOf, sidesIn } from "@/lib/domain/assessments/score-set";
import { formatLongDay } from "@/lib/format";

type Props = { dimensions: ReleasedDimensions; today: string };

/** Five kinds of closeness as the client answered them, once the therapist has released them. A table that draws itself. */
export function OwnDimensions({ dimensions, today }: Props) {
  const rows = order.flatMap((dimension) => {
    const points = pointsOf(sidesIn(dimensions.scores, dimension));
    return isFull(points) ? [{ dimension, ...points }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className="task">
      <h2>Five kinds of close</h2>
      <p>
        As you answered on {formatLongDay(dimensions.date, today)}. Filled: how it is now. Open: how you wish it were.
        Each from 0 to 96. They are something to talk about, and no more exact than that.
      </p>
      <DimensionRows rows={rows} />
    </section>
  );
}
