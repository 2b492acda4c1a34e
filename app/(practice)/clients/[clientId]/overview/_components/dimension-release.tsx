import { OneButton } from "@/components/portal/one-button";
import { WhatIs } from "@/components/shell/what-is";
import type { DimensionReleaseState } from "@/db/queries/assessments/dimension-releases";
import { formatMoment } from "@/lib/format";
import { decideRelease } from "../actions";

type Props = {
  assessmentId: string;
  name: string;
  release: DimensionReleaseState | undefined;
  now: Date;
  zone: string;
};

/** Whether the client sees these scores on their own path: who decided it, when, and the one button that changes it. */
export function DimensionRelease({ assessmentId, name, release, now, zone }: Props) {
  const isReleased = release?.decision === "released";
  const words = isReleased
    ? `${name} can see this on their path, whenever charts are open there. ${release.by}, ${formatMoment(release.decidedAt, now, zone)}.`
    : `${name} does not see these scores.`;
  return (
    <div className="flex gap-y-2 gap-x-4 mt-3 flex-wrap items-center">
      <span className="text-ink-2 text-small">{words}</span>
      <OneButton
        action={decideRelease}
        fields={{ assessmentId, decision: isReleased ? "withdrawn" : "released" }}
        label={isReleased ? "Take back" : `Show to ${name}`}
        busy="Saving…"
        small
      />
      {isReleased ? <WhatIs word="take-back" /> : null}
    </div>
  );
}
