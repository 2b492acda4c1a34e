import { ActionForm } from "@/components/forms/action-form";
import { FEWEST_FOR_ESTIMATE, type ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Instrument } from "@/lib/assessments/instrument";
import { chooseOwnData } from "../actions";

export type Estimates = ReadonlyMap<string, ReliabilityEstimate>;

type Props = { formKey: string; isUsed: boolean; instrument: Instrument; estimates: Estimates };

/** Reliability from the practice's own clients: offered once enough of them have answered, with the figures beside it. */
export function OwnData({ formKey, isUsed, instrument, estimates }: Props) {
  const figures = instrument.scales.flatMap((scale) => {
    const estimate = estimates.get(scale.key);
    return estimate?.status === "estimated" ? [{ title: scale.title, words: estimate.reliability.source }] : [];
  });
  const most = Math.max(0, ...[...estimates.values()].map(({ n }) => n));
  if (!isUsed && figures.length === 0) {
    return (
      <p className="text-ink-2 text-small">
        Change is judged by the shipped figures. From {FEWEST_FOR_ESTIMATE} people on, each with a complete first
        answer, you can judge it by your own clients instead; {most} so far.
      </p>
    );
  }
  return (
    <ActionForm
      action={chooseOwnData}
      submit={isUsed ? "Go back to the shipped figures" : "Judge change by our own data"}
      busy="Saving…"
      look="outline"
      className="practice:[&>[data-look]]:justify-self-start grid gap-4"
    >
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="usesOwnData" value={isUsed ? "no" : "yes"} />
      <ul className="[&>li+li]:mt-0.5 mt-3 mb-3.5 text-ink-2 text-small">
        {figures.map(({ title, words }) => (
          <li key={title}>
            {title}: {words}
          </li>
        ))}
      </ul>
      <p className="text-ink-2 text-small">
        {isUsed
          ? "Change is judged by what your own clients answered, and marked as estimated. A scale with too few answers keeps the shipped figure."
          : "Alpha and spread are worked out anew as more people answer. Results then say estimated, with the number of people."}
      </p>
    </ActionForm>
  );
}
