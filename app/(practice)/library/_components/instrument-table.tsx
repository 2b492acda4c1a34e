import Link from "next/link";
import { Flag, type FlagTone } from "@/components/ui/flag";
import { LinkButton } from "@/components/ui/link-button";
import type { Instrument } from "@/lib/assessments/instrument";
import { languageWords } from "@/lib/assessments/languages";
import {
  evidenceWords,
  type InstrumentStatus,
  lengthWords,
  licenceWords,
  measuresShort,
  ownerTask,
  stateWords,
} from "@/lib/instruments/instrument-status";
import { whyNotBuildable } from "@/lib/instruments/may-build";
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

type Props = { shelf: readonly Shelved[]; title: string; isOwner: boolean };

/** One group of the shelf: what each is for and measures, how long it takes, and what it still needs. */
export function InstrumentTable({ shelf, title, isOwner }: Props) {
  return (
    <table className={shelfTable}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Assessment</th>
          <th scope="col">Measures</th>
          <th scope="col">Language and length</th>
          <th scope="col">Where it stands</th>
        </tr>
      </thead>
      <tbody>
        {shelf.map((shelved) => (
          <Row key={shelved.entry.key} shelved={shelved} isOwner={isOwner} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ shelved: { entry, instrument, state }, isOwner }: { shelved: Shelved; isOwner: boolean }) {
  const { key, current, draft, isArchived } = entry;
  const isWorded = state !== "wording needed";
  const task = current && !isArchived ? ownerTask(current.instrument) : null;
  return (
    <tr>
      <th scope="row">
        <Link className="who" href={paths.instrument(key).page} prefetch={false}>
          {instrument.title}
        </Link>
        <span className="second-line">{instrument.purpose}</span>
      </th>
      <td>{measuresShort(instrument)}</td>
      <td>
        {isWorded ? languageWords(instrument.locale) : "Yours to choose"}
        <span className="second-line">{lengthWords(instrument)}</span>
      </td>
      <td>
        {state === "ready" || !isWorded ? null : <Flag tone={tones[state]}>{stateWords[state]}</Flag>}
        <span className="second-line">
          {evidenceWords(instrument)}. {licenceWords(instrument)}
        </span>
        {task ? (
          <span className="second-line">
            <Flag tone="attention">{task}</Flag>
          </span>
        ) : null}
        {state === "ready" && draft ? <span className="second-line">New version in draft</span> : null}
        {isOwner && draft && !isArchived && state !== "ready" ? (
          <LinkButton href={nextStep(draft.instrument, state)} small className="mt-1.5">
            {isWorded ? "Go on" : "Paste its wording"}
            <span className="sr-only">: {instrument.title}</span>
          </LinkButton>
        ) : null}
      </td>
    </tr>
  );
}

/** Where the owner goes on with a draft. */
function nextStep(draft: Instrument, state: InstrumentStatus) {
  const { build, critical, key, wording } = paths.instrument(draft.key);
  if (whyNotBuildable(draft) === null) return build;
  if (state === "wording needed") return wording;
  return state === "key to confirm" ? key : critical;
}
