import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Notice } from "@/components/ui/notice";
import type { ReadingChoice } from "@/db/queries/learn/readings";
import { editorPlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { edit } from "../actions";
import { EditExercises } from "./edit-exercises";
import { EditMeasures, type InstrumentChoice } from "./edit-measures";
import { EditPhases } from "./edit-phases";
import { EditWeeks } from "./edit-weeks";
import { StepButton } from "./step-button";

type Props = {
  versionId: string;
  revision: string;
  version: ProtocolVersion;
  instruments: readonly InstrumentChoice[];
  readings: readonly ReadingChoice[];
  /** Where the last step ended: "week-3", "kept"; empty when the draft was opened. */
  at: string;
};

/** The whole draft as one form: every button keeps all that is typed. */
export function EditForm({ versionId, revision, version, instruments, readings, at }: Props) {
  return (
    <ActionForm
      key={revision}
      action={edit}
      submit="Keep the draft"
      busy="Keeping…"
      look="outline"
      className="grid gap-5"
    >
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="revision" value={revision} />
      {at === "kept" ? <Notice tone="plain" title="Kept as a draft. The preview below shows it." announce /> : null}
      <div className="flex gap-2.5 flex-wrap items-center" id="draft">
        <StepButton step={{ kind: "save" }}>Keep the draft</StepButton>
        <StepButton step={{ kind: "publish" }} look="filled">
          Look over and publish
        </StepButton>
      </div>
      <FormField
        name="title"
        defaultValue={version.title}
        label="Name of the protocol"
        maxLength={limits.protocolTitle}
      />
      <FormTextarea
        name="summary"
        defaultValue={version.summary}
        label="In a few sentences"
        rows={3}
        maxLength={limits.protocolSummary}
      />
      <EditPhases version={version} at={at} />
      <EditWeeks version={version} readings={readings} at={at} />
      <EditExercises version={version} at={at} />
      <EditMeasures version={version} instruments={instruments} />
      <KeptWords place={editorPlace("protocol", versionId)} />
    </ActionForm>
  );
}
