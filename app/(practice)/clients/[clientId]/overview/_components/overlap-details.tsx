import type { Route } from "next";
import Link from "next/link";
import { numberTable } from "@/components/ui/number-table";
import type { ConnectionOverlap } from "@/lib/connection/connection-overlap";
import { within } from "@/lib/paths";
import { signed } from "@/lib/signed";

type Line = { name: string; means: string; value: string; interval: string };

type Props = { found: ConnectionOverlap; here: Route; isOpen: boolean };

/** How a finding was worked out, sent to who asks for it: a description beside the chart and never a headline. */
export function OverlapDetails({ found, here, isOpen }: Props) {
  return (
    <div className="mt-3">
      <Link
        className="inline-flex items-center py-1.5 text-small max-desk:min-h-11 print:hidden"
        href={within(here, isOpen ? "#connection" : "?how=connection#connection")}
        scroll={false}
        prefetch={false}
        aria-expanded={isOpen}
      >
        How this was worked out
      </Link>
      {isOpen ? <Worked found={found} /> : null}
    </div>
  );
}

/** The overlap of the baseline’s fortnight and later days. */
function Worked({ found }: Pick<Props, "found">) {
  const { overlap, corrected } = found;
  const { a, b } = overlap.n;
  const isCorrected = corrected.status === "computed" && corrected.corrected;
  return (
    <>
      <p className="mt-2 text-ink-2 text-small">
        {a} days with a check in the fortnight of the baseline, beside {b} days since. Several checks on one day count
        once.
      </p>
      <div className="overflow-x-auto">
        <table className={numberTable}>
          <caption className="sr-only">Fortnight of the baseline beside the days since</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Value</th>
              <th scope="col" className="words text-left!">
                95% interval
              </th>
            </tr>
          </thead>
          <tbody>
            {linesOf(found).map(({ name, means, value, interval }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <span className="block text-ink-2 text-small">{means}</span>
                </th>
                <td className="font-strong text-ink">{value}</td>
                <td className="words">{interval}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-ink-2 text-small">
        {isCorrected
          ? "The fortnight had a trend of its own, so it is taken out of every day before the last figure. "
          : "The fortnight shows no trend of its own, so nothing is taken out. "}
        {corrected.status === "computed" && corrected.lineLeavesScale
          ? "Carried on to today that trend would leave the scale of 1 to 10: read the corrected figure with great care. "
          : null}
        Each day follows from the one before, so the intervals are narrower than they should be. None of this says what
        brought a change about.
      </p>
    </>
  );
}

function linesOf({ overlap, corrected }: ConnectionOverlap): Line[] {
  const lines: Line[] = [
    {
      name: "Non-overlap of all pairs (NAP)",
      means: "How often a later day is above an early one. 0.50: no difference",
      value: overlap.nap.toFixed(2),
      interval: between(overlap.napInterval),
    },
    {
      name: "Tau",
      means: "The same from −1 to 1. 0: no difference",
      value: signed(overlap.tau, 2),
      interval: between(overlap.tauInterval, signed),
    },
  ];
  if (corrected.status === "computed" && corrected.corrected)
    lines.push({
      name: "Tau, corrected for the fortnight’s trend",
      means: "After Tarlow (2017)",
      value: signed(corrected.tau, 2),
      interval: `No interval; p ${corrected.p < 0.001 ? "below .001" : corrected.p.toFixed(3).replace("0.", ".")}`,
    });
  return lines;
}

const between = ({ low, high }: { low: number; high: number }, words = (value: number) => value.toFixed(2)): string =>
  `${words(low)} to ${words(high)}`;
