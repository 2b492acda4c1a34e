import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { LinkButton } from "@/components/ui/link-button";
import { placeOf } from "@/lib/assessments/build/places";
import { MOST_BANDS, scaleWordsOf } from "@/lib/assessments/build/scale-form";
import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { countable } from "@/lib/assessments/scale-plan";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { limits, numeric } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { draftForm } from "../../../_components/form-look";
import { DraftCheckbox, DraftFault } from "../../build/_components/draft-checkbox";
import { saveOneScale } from "../../build/actions";
import { BandFields } from "./band-fields";

const methods = [
  { value: "sum", label: "Sum of the answers" },
  { value: "mean", label: "Mean of the answers" },
];
const ways = [
  { value: "higher", label: "Higher is better" },
  { value: "lower", label: "Lower is better" },
  { value: "neither", label: "Neither" },
];

type Props = { instrument: Instrument; scale: Scale | null };

/** One scale: its questions, how they are counted, and what its scores mean. Its range follows from the answers. */
export function ScaleForm({ instrument, scale }: Props) {
  const seen = scale && revisionOfWords(scaleWordsOf(instrument, scale));
  return (
    <ActionForm
      key={scale?.key ?? "new"}
      action={saveOneScale}
      submit="Save the scale"
      busy="Saving…"
      className={draftForm}
      beside={
        <LinkButton href={paths.instrument(instrument.key).scales} look="quiet">
          Close without saving
        </LinkButton>
      }
    >
      <input type="hidden" name="key" value={instrument.key} />
      <input type="hidden" name="scale" value={scale?.key ?? ""} />
      {seen ? <input type="hidden" name="seen" value={seen} /> : null}
      <FormField name="title" label="Title" defaultValue={scale?.title} maxLength={limits.scaleTitle} required />
      <div className="grid gap-x-5 gap-y-4 phone:grid-cols-2">
        <FormSelect
          name="method"
          label="How it is counted"
          options={methods}
          defaultValue={scale?.method === "mean" ? "mean" : "sum"}
        />
        <FormSelect
          name="direction"
          label="Which way is better"
          options={ways}
          defaultValue={scale?.direction ?? instrument.direction}
        />
        <FormField
          name="multiplier"
          label="Times"
          hint="1 leaves the score as it is."
          defaultValue={String(scale?.multiplier ?? 1)}
          inputMode="decimal"
        />
        <FormField
          name="blanks"
          label="Questions that may stay blank"
          {...numeric("blanksBorne", "0 unless a source says otherwise.")}
          defaultValue={String(scale?.maxMissing ?? 0)}
        />
        <FormField
          name="blanksSource"
          label="Who says so"
          hint="Empty: our practice."
          defaultValue={scale?.missingSource}
          maxLength={limits.figuresSource}
        />
      </div>
      <fieldset>
        <legend>Questions</legend>
        <DraftFault name="items" />
        <ul className="list-none border-t border-line">
          {countable(instrument).map((item) => {
            const words = `${placeOf(instrument, item.id)}. ${item.text ?? "No words yet"}`;
            return (
              <li
                key={item.id}
                className="grid gap-x-5 border-b border-line py-1.5 phone:grid-cols-[minmax(0,1fr)_7rem]"
              >
                <DraftCheckbox
                  name="items[]"
                  value={item.id}
                  label={words}
                  isChecked={scale?.items.includes(item.id) ?? false}
                />
                <DraftCheckbox
                  name="reversed[]"
                  value={item.id}
                  label={
                    <>
                      Reversed<span className="sr-only">: {words}</span>
                    </>
                  }
                  isChecked={item.reversed}
                />
              </li>
            );
          })}
        </ul>
      </fieldset>
      <fieldset>
        <legend>What a score means</legend>
        <p className="text-small text-ink-2">
          Bands, each from a score up to the next. Leave them empty if nobody has said what scores mean.
        </p>
        <BandFields bands={scale?.bands ?? []} most={MOST_BANDS} />
        <div className="grid gap-x-5 gap-y-4 phone:grid-cols-[7rem_10rem_minmax(0,1fr)]">
          <FormField
            name="cutoff"
            label="Cut-off"
            defaultValue={scale?.cutoff ? String(scale.cutoff.value) : ""}
            inputMode="decimal"
          />
          <FormSelect
            name="cutoffSide"
            label="It counts"
            options={[
              { value: "at or above", label: "At or above" },
              { value: "below", label: "Below" },
            ]}
            defaultValue={scale?.cutoff?.side ?? "at or above"}
          />
          <FormField
            name="cutoffMeaning"
            label="What a score there means"
            defaultValue={scale?.cutoff?.meaning}
            maxLength={limits.cutoffMeaning}
          />
        </div>
        <FormSelect
          name="figures"
          label="Where bands and cut-off come from"
          hint="Without a source they are not kept. Results name it beside them."
          options={[
            { value: "", label: "There are none" },
            { value: "source", label: "A source, named below" },
            { value: "ours", label: "Ours: our practice set them" },
          ]}
          defaultValue={!scale?.figuresSource ? "" : scale.figuresSource === "ours" ? "ours" : "source"}
        />
        <FormTextarea
          name="figuresSource"
          label="Source"
          hint="Authors, year, journal or manual, and for whom it was found."
          rows={2}
          defaultValue={scale?.figuresSource === "ours" ? "" : scale?.figuresSource}
          maxLength={limits.figuresSource}
        />
        <DraftCheckbox
          name="figuresRead"
          label="I read these figures in that source"
          sub="Otherwise they are shown as unconfirmed."
          isChecked={scale?.cutoff?.certainty === "confirmed"}
        />
      </fieldset>
    </ActionForm>
  );
}
