import { FormField, FormSelect } from "@/components/forms/form-fields";
import { limits } from "@/lib/limits";
import type { MeasureMoment, ProtocolVersion } from "@/lib/protocol/definition";
import { chosenMeasures, measureField } from "@/lib/protocol/edit-fields";
import { isSafetyScreen, momentKey, momentsOf, momentWords } from "@/lib/protocol/measure-moments";
import { EditPart } from "./edit-part";

export type InstrumentChoice = { value: string; label: string };

type Props = { version: ProtocolVersion; instruments: readonly InstrumentChoice[] };

/** Which assessments fall due at which moment, and the follow-ups. The safety questions are always asked. */
export function EditMeasures({ version, instruments }: Props) {
  const moments = momentsOf(version).map((moment) => optionOf(version, moment));
  const screens = version.measures.filter(isSafetyScreen);
  return (
    <fieldset id="measures">
      <legend className="mb-1 font-semibold text-lead leading-[1.2] font-serif">Assessments and follow-ups</legend>
      <p className="portal:text-body mb-1.5 text-small text-ink-2">
        The safety questions are always asked:{" "}
        {screens.map(({ moment }) => momentWords(version, moment).replace("Before", "before")).join(", ")}.
      </p>
      <EditPart
        id="measures-due"
        summary={`Due along the way: ${chosenMeasures(version).length}`}
        fields={["measure."]}
        isPlace={false}
      >
        {chosenMeasures(version).map(({ instrument, moment }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <div className="grid gap-y-3 gap-x-5 grid-cols-[repeat(auto-fill,minmax(240px,1fr))]" key={place}>
            <FormSelect
              name={measureField(place, "instrument")}
              label={`Assessment ${place + 1}`}
              defaultValue={instrument}
              options={[
                { value: "", label: "Leave it out" },
                ...(instruments.some(({ value }) => value === instrument)
                  ? instruments
                  : [...instruments, { value: instrument, label: instrument }]),
              ]}
            />
            <FormSelect
              name={measureField(place, "at")}
              label="Due"
              defaultValue={momentKey(moment)}
              options={
                moments.some(({ value }) => value === momentKey(moment))
                  ? moments
                  : [...moments, optionOf(version, moment)]
              }
            />
          </div>
        ))}
        <div className="grid gap-y-3 gap-x-5 grid-cols-[repeat(auto-fill,minmax(240px,1fr))]">
          <FormSelect
            name={measureField("new", "instrument")}
            label="Also ask for"
            options={[{ value: "", label: "Nothing else" }, ...instruments]}
          />
          <FormSelect name={measureField("new", "at")} label="Due" options={moments} />
        </div>
      </EditPart>
      <FormField
        name="followUps"
        defaultValue={version.followUps.join(", ")}
        label="Follow-ups, in weeks after the end"
        hint="Such as 4, 12. Leave it empty for none."
        maxLength={limits.followUpWeeks}
      />
    </fieldset>
  );
}

const optionOf = (version: ProtocolVersion, moment: MeasureMoment) => ({
  value: momentKey(moment),
  label: momentWords(version, moment),
});
