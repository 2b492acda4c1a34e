import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { limits } from "@/lib/limits";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { firstWeekOf, phaseField } from "@/lib/protocol/edit-fields";
import { EditPart } from "./edit-part";
import { StepButton } from "./step-button";

/** Names of the phases and where each begins. Taking one away leaves its weeks to a neighbour. */
export function EditPhases({ version, at }: { version: ProtocolVersion; at: string }) {
  const { phases, weeks } = version;
  const starts = weeks.slice(1).map(({ number }) => ({ value: String(number), label: `Week ${number}` }));
  return (
    <fieldset id="phases">
      <legend className="mb-1 font-semibold text-lead leading-[1.2] font-serif">Phases</legend>
      {phases.map(({ number, title, aim }) => {
        const from = firstWeekOf(version, number);
        return (
          <EditPart
            key={number}
            id={`phase-${number}`}
            summary={`${number} ${title}, from week ${from}`}
            fields={[`phase.${number}.`]}
            isPlace={at === `phase-${number}`}
          >
            <FormField
              name={phaseField(number, "title")}
              defaultValue={title}
              label="Name"
              maxLength={limits.phaseTitle}
            />
            <FormTextarea
              name={phaseField(number, "aim")}
              defaultValue={aim}
              label="What it is for"
              rows={2}
              maxLength={limits.phaseAim}
            />
            {number > 1 ? (
              <FormSelect
                name={phaseField(number, "from")}
                defaultValue={String(from)}
                label="Begins with"
                options={starts}
              />
            ) : null}
            {phases.length > 1 ? (
              <div className="flex gap-2.5 flex-wrap items-center">
                <StepButton step={{ kind: "phase-remove", n: number }} about={title}>
                  Remove the phase, keep its weeks
                </StepButton>
              </div>
            ) : null}
          </EditPart>
        );
      })}
      <EditPart id="phase-new" summary="Add a phase" fields={["phase.new."]} isPlace={false}>
        <FormField name={phaseField("new", "title")} label="Name" maxLength={limits.phaseTitle} />
        <FormTextarea name={phaseField("new", "aim")} label="What it is for" rows={2} maxLength={limits.phaseAim} />
        <FormSelect
          name={phaseField("new", "from")}
          label="Begins with"
          options={starts.filter(
            ({ value }) => !phases.some(({ number }) => String(firstWeekOf(version, number)) === value),
          )}
        />
        <div className="flex gap-2.5 flex-wrap items-center">
          <StepButton step={{ kind: "phase-add" }}>Add the phase</StepButton>
        </div>
      </EditPart>
    </fieldset>
  );
}
