import { randomUUID } from "node:crypto";
import type { Route } from "next";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { formatLongDay } from "@/lib/format";
import { within } from "@/lib/paths";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewMove } from "@/lib/protocol/preview-move";
import { sizeWords } from "@/lib/protocol/version-changes";
import { move, withdraw } from "../actions";
import type { MoveChoice, OtherVersion } from "../move-choice";
import { DecisionForm } from "./decision-form";

type Props = {
  base: Route;
  clientId: string;
  name: string;
  /** The version that the path is on, as people call it. */
  current: string;
  others: readonly OtherVersion[];
  choice: MoveChoice | null;
  input: PathInput;
};

/** Which version this path is on. It stays there unless somebody moves it, with a reason; a move can be taken back. */
export function MoveVersion({ base, clientId, name, current, others, choice, input }: Props) {
  if (others.length === 0 && !choice) return null;
  return (
    <Section id="version" title="Version" sub={current}>
      {others.length > 0 ? (
        <details className="print:hidden" open={choice?.kind === "move"}>
          <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
            Move to another version
          </summary>
          <nav className="grid gap-2.5" aria-label="Versions">
            {others.map(({ id, name: title, version }) => (
              <Link
                key={id}
                className="look-button look-card"
                data-look="outline"
                href={within(base, `?move=${id}#version`)}
                scroll={false}
                prefetch={false}
                aria-current={choice?.kind === "move" && choice.id === id ? "true" : undefined}
              >
                <span>
                  <b className="block">{title}</b>
                  <span className="block text-ink-2 text-small font-normal">{sizeWords(version)}</span>
                </span>
              </Link>
            ))}
          </nav>
        </details>
      ) : null}
      {choice ? (
        <Move key={choice.id} base={base} clientId={clientId} name={name} choice={choice} input={input} />
      ) : null}
    </Section>
  );
}

type MoveProps = Pick<Props, "base" | "clientId" | "name" | "input"> & { choice: MoveChoice };

function Move({ base, clientId, name, choice, input }: MoveProps) {
  const isBack = choice.kind === "withdraw";
  const say = (date: string) => formatLongDay(date, input.today);
  const { refusal, changes, clientWords } = previewMove(input, choice.version, say, isBack);
  return (
    <div className="mt-3.5">
      <p className="font-strong text-ink">{isBack ? `Undo the move: back to ${choice.name}` : choice.name}</p>
      <p className="text-ink-2 text-small">From today. The days before stay as they were asked for.</p>
      {refusal ? (
        <Notice tone="plain" title={refusal} />
      ) : (
        <DecisionForm
          action={isBack ? withdraw : move}
          id={randomUUID()}
          clientId={clientId}
          name={name}
          fields={isBack ? { moveId: choice.id } : { versionId: choice.id }}
          changes={changes}
          words={clientWords}
          unread={`${name} reads nothing about it: the pages from here stay the same.`}
          confirm={isBack ? "Undo the move" : "Move to this version"}
          asks={false}
          cancel={base}
        />
      )}
    </div>
  );
}
