import { classNames } from "@/components/ui/class-names";
import { numberTable, stackedTable } from "@/components/ui/number-table";
import type { Instrument } from "@/lib/assessments/instrument";
import { bandWords, betterWords, changeWords, missingWords } from "@/lib/instruments/figure-words";
import { scaleWords } from "@/lib/instruments/instrument-status";

/** The scales with how each is scored, and how large a change must be to mean something. */
export function ScaleTable({ instrument }: { instrument: Instrument }) {
  if (instrument.sensitivity === "safety") {
    const published = instrument.scales.filter(({ cutoff }) => cutoff !== undefined);
    return (
      <>
        <p>
          Never scored and never drawn as a chart. Each answer is looked at for itself, and some of them ask for a
          person the moment they are saved.
        </p>
        {published.map((scale) => (
          <p className="mt-2.5" key={scale.key}>
            {bandWords(instrument, scale)} {scale.cutoff?.meaning}
          </p>
        ))}
      </>
    );
  }
  if (instrument.scales.length === 0) return <p>No scales: the answers are read one by one.</p>;
  return (
    <div className="overflow-x-auto">
      <table className={classNames(numberTable, stackedTable)}>
        <caption className="sr-only">Scales</caption>
        <thead className="print:break-inside-avoid">
          <tr className="print:break-inside-avoid">
            <th scope="col">Scale</th>
            <th scope="col" className="words text-left!">
              Score
            </th>
            <th scope="col" className="words text-left!">
              Bands and cut-off
            </th>
            <th scope="col" className="words text-left!">
              Change that means something
            </th>
          </tr>
        </thead>
        <tbody>
          {instrument.scales.map((scale) => (
            <tr className="print:break-inside-avoid" key={scale.key}>
              <th scope="row">{scale.title}</th>
              <td className="words" data-label="Score">
                {scaleWords(scale)}. {betterWords[scale.direction]}. {missingWords(scale)}
              </td>
              <td className="words" data-label="Bands and cut-off">
                {bandWords(instrument, scale)}
              </td>
              <td className="words" data-label="Change that means something">
                {changeWords(instrument, scale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
