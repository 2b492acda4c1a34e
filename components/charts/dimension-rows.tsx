import { dimensionLook } from "@/components/charts/dimension";
import { DimensionLabel } from "@/components/charts/dimension-mark";
import { share } from "@/components/charts/dumbbell-geometry";
import type { Dimension } from "@/lib/assessments/dimension";

type Row = { dimension: Dimension; now: number | null; wished: number | null };

/** Where text is large the drawing goes first: the numbers say the same. */
const ownDimensions = [
  "w-full border-collapse [&_tr]:border-b [&_tr]:border-line [&_thead_th]:pb-1 [&_thead_th]:text-small [&_thead_th]:text-ink-2",
  "[&_:is(th,td)]:py-2.5 [&_:is(th,td)]:pr-2 [&_:is(th,td)]:text-left [&_:is(th,td)]:font-normal [&_.figures]:text-right",
  "on-screen:[&_.figures]:group-has-[details:not([open])]/kinds:sr-only",
  "[&_.plot]:w-1/2 [&_.plot]:px-2.5",
  "@max-[18rem]:[&_thead_td]:hidden @max-[18rem]:[&_.plot]:hidden @max-[18rem]:[&_:is(th,td)]:pr-1 @max-[18rem]:[&_:is(th,td)]:text-[min(0.8em,7.5vw)] @max-[18rem]:[&_thead_th]:text-[min(0.65em,6vw)]",
].join(" ");

/**
 * Kinds of closeness for clients: a table that draws itself, from far to close. Its numbers are there for whoever asks for them,
 * and on paper. A side that is not there leaves nothing behind.
 */
export function DimensionRows({ rows }: { rows: readonly Row[] }) {
  return (
    <div className="group/kinds @container">
      <table className={ownDimensions}>
        <caption className="sr-only">How it is now and how it is wished, 0 to 96</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Kind</span>
            </th>
            <td className="plot" aria-hidden="true">
              <span className="flex justify-between text-small text-ink-2">
                <span>Far</span>
                <span>Close</span>
              </span>
            </td>
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
                  <line className="stroke-edge" x1="0" x2="100%" y1="10" y2="10" />
                  {["0", "100%"].map((end) => (
                    <line key={end} className="stroke-edge" x1={end} x2={end} y1="6" y2="14" />
                  ))}
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
      <details className="mt-2 print:hidden">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary">The numbers</summary>
        <p className="text-ink-2">Each stands between 0 and 96. They are no more exact than the drawing.</p>
      </details>
    </div>
  );
}
