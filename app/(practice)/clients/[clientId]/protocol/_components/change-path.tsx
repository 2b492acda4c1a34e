import { randomUUID } from "node:crypto";
import type { Route } from "next";
import { WhatIs } from "@/components/shell/what-is";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { JointSteps } from "@/db/queries/protocol/joint-steps";
import { formatLongDay } from "@/lib/format";
import { rulesOf } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { nothingToRead } from "@/lib/protocol/own-steps-preview";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewChange } from "@/lib/protocol/preview";
import { addDays } from "@/lib/time/local-date";
import { decide } from "../actions";
import { type Choice, offeredKinds } from "../change-choice";
import { ChangeCards } from "./change-cards";
import { ChangeDetails } from "./change-details";
import { DecisionForm } from "./decision-form";

type Props = {
  base: Route;
  clientId: string;
  name: string;
  version: ProtocolVersion;
  input: PathInput;
  path: ProtocolPath;
  choice: Choice | null;
  joint: JointSteps;
};

/** Choose, read what changes and what the client will read, confirm. */
export function ChangePath({ base, clientId, name, version, input, path, choice, joint }: Props) {
  const { today } = path;
  const offered = offeredKinds(path, joint.isDecidedHere);
  const people = { name, ...joint };
  const offer = { week: path.current?.number ?? null, isForBoth: joint.partner !== null };
  const preview = choice && previewChange(input, choice.change, today, people, (date) => formatLongDay(date, today));
  return (
    <Section
      id="change"
      title="Change the path"
      sub="From today. Earlier marks stay as they are."
      action={<WhatIs word="path">What is a path?</WhatIs>}
    >
      <ChangeCards base={base} offer={offer} offered={offered} chosen={choice?.kind ?? null} />
      {choice ? (
        <ChangeDetails choice={choice} version={version} path={path} today={today} earliest={addDays(today, 1)} />
      ) : (
        <p className="text-ink-2">This protocol has ended. A decision can be undone below.</p>
      )}
      {choice && preview ? (
        preview.refusal ? (
          <Notice tone="plain" title={preview.refusal} />
        ) : (
          <DecisionForm
            key={JSON.stringify(choice.change)}
            action={decide}
            id={randomUUID()}
            clientId={clientId}
            name={name}
            fields={{ change: JSON.stringify(choice.change) }}
            kind={choice.change.kind}
            changes={preview.changes}
            words={preview.clientWords}
            unread={nothingToRead(people)}
            confirm={rulesOf(choice.change).confirm(choice.change, offer)}
            asks={choice.kind === "end"}
            cancel={choice.kind === "undo" ? base : null}
          />
        )
      ) : null}
    </Section>
  );
}
