import { classNames } from "@/components/ui/class-names";
import { numberTable, stackedTable } from "@/components/ui/number-table";
import { changeThreshold } from "@/lib/assessments/change";
import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { bandWords, betterWords } from "@/lib/instruments/band-words";
import { scaleWords } from "@/lib/instruments/instrument-status";

/** The scales with how each is scored, and how large a change must be to mean something. */
export function ScaleTable({ instrument }: { instrument: Instrument }) {
  if (instrument.sensitivity === "safety") {
    return (
      <p>
        Never scored and never drawn as a chart. Each answer is looked at for itself, and some of them ask for a person
        the moment they are saved.
      </p>
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
                {scaleWords(scale)}. {betterWords[scale.direction]}.
              </td>
              <td className="words" data-label="Bands and cut-off">
                {bandWords(scale)}
              </td>
              <td className="words" data-label="Change that means something">
                {changeWords(scale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function changeWords(scale: Scale): string {
  const threshold = changeThreshold(scale);
  if (threshold === null) return "No figure.";
  const points = Math.round(threshold * 10) / 10;
  return `More than ${points} points (${scale.reliability?.kind ?? "assumed"}). ${scale.reliability?.source ?? ""}`;
}
