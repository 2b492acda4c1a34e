import { isOfForm, placesIn } from "@/lib/assessments/asked-forms";
import { dimensions } from "@/lib/assessments/dimension";
import type { Answer, Form, Instrument, Scale } from "@/lib/assessments/instrument";
import type { SamplePerson } from "./person";
import type { Chance } from "./seeded-random";

const dimensionKeys: readonly string[] = dimensions;

type Moment = { person: SamplePerson; instrument: Instrument; progress: number; luck: Chance };

/** Where a scale stands for this person, 0–1 of what it can reach. */
function shareOf({ person, progress }: Moment, scale: Scale, form: Form): number {
  const i = dimensionKeys.indexOf(scale.key);
  if (i >= 0) {
    const start = person.now[i] ?? 48;
    return (form === "wished" ? (person.wished[i] ?? 70) : start + (person.change[i] ?? 0) * progress) / 96;
  }
  if (scale.role === "idealised") return (person.idealised ?? 28) / 96;
  const easing = Math.max(-0.5, (person.change[0] ?? 0) / 60) * progress;
  const isOwnMove = scale.key === person.move.replaceAll("_", "-");
  return Math.min(1, Math.max(0, (isOwnMove ? 0.72 : 0.34) - easing * 0.4));
}

/**
 * Statement by statement, so that the scores come from the answers and not the other way round. Luck is drawn for a side that
 * is not asked as well: so an instrument that asks less changes no other answer.
 */
export function answersFor(moment: Moment): Answer[] {
  const { instrument, luck } = moment;
  return instrument.forms.flatMap((form) =>
    instrument.items.flatMap((item): Answer[] => {
      const values = item.options ? (instrument.optionSets[item.options] ?? []).map((option) => option.value) : [];
      const scale = instrument.scales.find((one) => one.items.includes(item.id));
      const most = Math.max(...values);
      if (!scale || values.length === 0) return [];
      const meant = Math.round(shareOf(moment, scale, form) * most + luck.wobble() * 0.55);
      const keyed = Math.min(most, Math.max(0, meant));
      const declined = scale.key === "sexual" && item.mayDecline && luck.happens(0.03);
      if (!isOfForm(item, form)) return [];
      return [{ itemId: item.id, form, value: declined ? null : item.reversed ? most - keyed : keyed }];
    }),
  );
}

/** The same answer all the way down, as somebody gives it who wants to be done. */
export const straightLine = (instrument: Instrument, value: number): Answer[] =>
  placesIn(instrument).map(({ item, form }) => ({ itemId: item.id, form, value }));
