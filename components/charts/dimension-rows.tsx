import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { share } from "@/components/charts/dumbbell-geometry";
import type { Dimension } from "@/lib/assessments/dimension";

type Row = { dimension: Dimension; now: number | null; wished: number | null };

/** Where text is large the drawing goes first: the numbers say the same. */
const ownDimensions = [
  "w-full border-collapse [&_tr]:border-b [&_tr]:border-line [&_thead_th]:pb-1 [&_thead_th]:text-small [&_thead_th]:text-ink-2",
  "[&_:is(th,td)]:py-2.5 [&_:is(th,td)]:pr-2 [&_:is(th,td)]:text-left [&_:is(th,td)]:font-normal [&_.figures]:text-right",
  "[&_.plot]:w-1/2 [&_.plot]:px-2.5 [&_.plot_svg]:bg-[linear-gradient(var(--color-line),var(--color-line))_center/100%_1px_no-repeat]",
  "@max-[18rem]:[&_thead_td]:hidden @max-[18rem]:[&_.plot]:hidden @max-[18rem]:[&_:is(th,td)]:pr-1 @max-[18rem]:[&_:is(th,td)]:text-[min(0.8em,7.5vw)] @max-[18rem]:[&_thead_th]:text-[min(0.65em,6vw)]",
].join(" ");

/** Kinds of closeness for clients: a table that draws itself. A side that is not there leaves nothing behind. */
export function DimensionRows({ rows }: { rows: readonly Row[] }) {
  return (
    <div className="@container">
      <table className={ownDimensions}>
        <caption className="sr-only">How it is now and how it is wished, 0 to 96</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Kind</span>
            </th>
            <td aria-hidden="true" />
            <th scope="col" className="figures">
              Now
            </th>
            <th scope="col" className="figures">
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
                  {wished === null ? null : <circle className="rim" cx={share(wished)} cy="10" r="6" />}
                  {now === null ? null : <circle className="dot" cx={share(now)} cy="10" r="6" />}
                </svg>
              </td>
              <td className="figures">{now}</td>
              <td className="figures text-ink-2">{wished}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
