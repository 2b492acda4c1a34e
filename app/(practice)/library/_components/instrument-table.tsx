import Link from "next/link";
import { Flag, type FlagTone } from "@/components/ui/flag";
import {
  evidenceWords,
  type InstrumentStatus,
  lengthWords,
  licenceWords,
  ownerTask,
  stateWords,
} from "@/lib/instruments/instrument-status";
import { paths } from "@/lib/paths";
import type { Shelved } from "../view";
import { shelfTable } from "./shelf-look";

const tones: Record<InstrumentStatus, FlagTone> = {
  ready: "on-track",
  draft: "review",
  "answers to look at": "review",
  "key to confirm": "review",
  "wording needed": "review",
};

/** Every instrument with what it is for, whether it can be given, and whose words it uses. */
export function InstrumentTable({ shelf }: { shelf: readonly Shelved[] }) {
  return (
    <table className={shelfTable}>
      <caption className="sr-only">Assessments of this practice</caption>
      <thead>
        <tr>
          <th scope="col">Assessment</th>
          <th scope="col">Where it stands</th>
          <th scope="col">Wording</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {shelf.map(({ entry, state }) => {
          const instrument = (entry.current ?? entry.draft)?.instrument;
          return instrument ? (
            <tr key={entry.key}>
              <th scope="row">
                <Link className="who" href={paths.instrument(entry.key).page} prefetch={false}>
                  {instrument.title}
                </Link>
                <span className="second-line">{instrument.purpose}</span>
                <span className="second-line">{lengthWords(instrument)}</span>
              </th>
              <td>
                <Flag tone={tones[state]}>{stateWords[state]}</Flag>
                {entry.current && ownerTask(entry.current.instrument) ? (
                  <span className="second-line">
                    <Flag tone="attention">{ownerTask(entry.current.instrument)}</Flag>
                  </span>
                ) : null}
                {state === "ready" && entry.draft ? <span className="second-line">New version in draft</span> : null}
              </td>
              <td>{licenceWords(instrument)}</td>
              <td>{evidenceWords(instrument)}</td>
            </tr>
          ) : null;
        })}
      </tbody>
    </table>
  );
}
