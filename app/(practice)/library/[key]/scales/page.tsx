import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { questionsWords } from "@/lib/assessments/build/answers";
import { asSentence, placeOf } from "@/lib/assessments/build/places";
import { hasFigures } from "@/lib/assessments/build/settle";
import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { countable } from "@/lib/assessments/scale-plan";
import { bandWords, betterWords, missingWords } from "@/lib/instruments/figure-words";
import { scaleWords } from "@/lib/instruments/instrument-status";
import { whyNotPlanScales } from "@/lib/instruments/scale-permission";
import { paths, within } from "@/lib/paths";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftHead } from "../_components/draft-head";
import { notADraft } from "../_components/not-a-draft";
import { LandHere } from "../build/_components/land-here";
import { dropOneScale } from "../build/actions";
import { ScaleForm } from "./_components/scale-form";
import { ScalesForm } from "./_components/scales-form";

export const metadata: Metadata = { title: "Scales" };

type Search = Record<"open" | "at", string | string[] | undefined>;
type Props = { params: KeyParams; searchParams: Promise<Search> };

/** What is counted together, how, and what a score means. */
export default async function ScalesPage({ params, searchParams }: Props) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const search = await searchParams;
  const [open, at] = [[search.open].flat()[0], [search.at].flat()[0]];
  const { page, shown } = data;
  const { scales } = paths.instrument(page.key);
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="scales" />
      {notADraft(page, true) ?? (
        <div className="mt-6 grid max-w-219 gap-10">
          {shown.scales.map((scale) => (
            <Section
              key={scale.key}
              id={`scale-${scale.key}`}
              title={scale.title}
              sub={`${scaleWords(scale)}. ${betterWords[scale.direction]}.`}
              action={
                open === scale.key || scale.method === "algorithm" ? undefined : (
                  <LinkButton href={within(scales, `?open=${scale.key}#edit`)} small>
                    Edit<span className="sr-only"> {scale.title}</span>
                  </LinkButton>
                )
              }
            >
              {open === scale.key ? (
                <div id="edit">
                  <ScaleForm instrument={shown} scale={scale} />
                </div>
              ) : (
                <Facts instrument={shown} scale={scale} />
              )}
              <ActionForm
                action={dropOneScale}
                submit="Remove the scale"
                busy="Removing…"
                look="quiet"
                small
                className="mt-2"
              >
                <input type="hidden" name="key" value={page.key} />
                <input type="hidden" name="scale" value={scale.key} />
              </ActionForm>
            </Section>
          ))}
          {open === "" ? (
            <Section id="edit" title="A new scale">
              <ScaleForm instrument={shown} scale={null} />
            </Section>
          ) : (
            <p>
              <LinkButton href={within(scales, "?open=#edit")}>Add a scale</LinkButton>
            </p>
          )}
          {whyNotPlanScales(shown) === null && !shown.scales.some(hasFigures) && open === undefined ? (
            <AllAtOnce instrument={shown} />
          ) : null}
        </div>
      )}
      {at ? <LandHere id={`scale-${at}`} /> : null}
    </PracticePage>
  );
}

function Facts({ instrument, scale }: { instrument: Instrument; scale: Scale }) {
  const places = (ids: readonly string[]) => asSentence(questionsWords(ids.map((id) => placeOf(instrument, id))));
  const reversed = scale.items.filter((id) => instrument.items.some((item) => item.id === id && item.reversed));
  const facts: [string, string][] = [
    ["Counts", places(scale.items)],
    ["Reversed", reversed.length > 0 ? places(reversed) : "None"],
    ["Blanks", missingWords(scale)],
    ["Bands and cut-off", bandWords(instrument, scale)],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 phone:grid-cols-[9rem_minmax(0,1fr)]">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-small text-ink-3">{term}</dt>
          <dd className="min-w-0 max-phone:mb-1.5 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** For a questionnaire without figures: all scales and all questions in one form. */
function AllAtOnce({ instrument }: { instrument: Instrument }) {
  const [first] = instrument.scales;
  return (
    <details open={instrument.scales.length === 0}>
      <summary className="cursor-pointer py-2 font-semibold text-primary">Lay out all scales at once</summary>
      <div className="pt-3">
        <ScalesForm
          formKey={instrument.key}
          items={countable(instrument).map(({ id, text, reversed }) => ({
            id,
            text: text ?? `Question ${placeOf(instrument, id)}`,
            reversed,
            place: instrument.scales.findIndex((scale) => scale.items.includes(id)),
          }))}
          titles={instrument.scales.map(({ title }) => title)}
          method={first?.method === "mean" ? "mean" : "sum"}
          direction={first?.direction ?? instrument.direction}
        />
      </div>
    </details>
  );
}
