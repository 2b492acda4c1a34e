import { DimensionRows } from "@/components/charts/dimension-rows";
import { task } from "@/components/shell/task";
import type { ReleasedDimensions } from "@/db/queries/protocol/own-path";
import { type Dimension, dimensions as order } from "@/lib/assessments/dimension";
import type { Form } from "@/lib/assessments/instrument";
import { isFull, pointsOf } from "@/lib/assessments/score-set";
import { formatLongDay } from "@/lib/format";

type Props = { dimensions: ReleasedDimensions; today: string };

/** Five kinds of closeness as the client answered them, once the therapist has released them. A table that draws itself. */
export function OwnDimensions({ dimensions, today }: Props) {
  const rows = order.flatMap((dimension) => rowOf(dimensions, dimension));
  if (rows.length === 0) return null;
  return (
    <section className={task}>
      <h2>Kinds of close</h2>
      <p>
        As you answered on {formatLongDay(dimensions.date, today)}. Filled: how it is now. Open: how you wish it were.
        They are something to talk about, and no more exact than that.
      </p>
      <DimensionRows rows={rows} />
    </section>
  );
}

function rowOf({ scores }: ReleasedDimensions, dimension: Dimension) {
  const score = (form: Form) => scores.find((one) => one.scaleKey === dimension && one.form === form)?.score ?? null;
  const points = pointsOf({ now: score("now"), wished: score("wished") });
  return isFull(points) ? [{ dimension, ...points }] : [];
}
