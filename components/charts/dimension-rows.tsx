import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { share } from "@/components/charts/dumbbell-geometry";
import type { Dimension } from "@/lib/assessments/dimension";

type Row = { dimension: Dimension; now: number | null; wished: number | null };

/** Kinds of closeness for clients: a table that draws itself. A side that is not there leaves nothing behind. */
export function DimensionRows({ rows }: { rows: readonly Row[] }) {
  return (
    <div className="own-dimensions-box">
      <table className="own-dimensions">
        <caption className="vh">How it is now and how it is wished, 0 to 96</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Kind</span>
            </th>
            <td aria-hidden="true" />
            <th scope="col" className="num">
              Now
            </th>
            <th scope="col" className="num">
              Wished
            </th>
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
                  {now !== null && wished !== null ? (
                    <line className="between" x1={share(now)} x2={share(wished)} y1="10" y2="10" />
                  ) : null}
                  {wished === null ? null : <circle className="ring" cx={share(wished)} cy="10" r="6" />}
                  {now === null ? null : <circle className="dot" cx={share(now)} cy="10" r="6" />}
                </svg>
              </td>
              <td className="num">{now}</td>
              <td className="num sec">{wished}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
