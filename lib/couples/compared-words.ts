import { rewordedIn } from "@/lib/assessments/build/comparable";
import { dimensions, formOf } from "@/lib/assessments/dimension";
import type { Instrument } from "@/lib/assessments/instrument";
import { statementsOf } from "@/lib/assessments/same-dimension";
import { notCompared } from "@/lib/couples/compared";
import { listed } from "@/lib/listed";
import { plural } from "@/lib/plural";
import { RELIABLE_Z, reliableChange } from "@/lib/statistics/reliable-change";

/** What one of the two answered last. */
export type Answered = { name: string; instrument: Instrument };

/** What stands between the answers of two people, in sentences; nothing where both answered the very same. */
export function comparedSentences(first: Answered, second: Answered): string[] {
  const names = `${first.name} and ${second.name}`;
  const apart = notCompared(first.instrument, second.instrument);
  const reworded = dimensions.filter((dimension) => {
    if (apart.includes(dimension)) return false;
    const theirs = statementsOf(second.instrument, dimension);
    const both = statementsOf(first.instrument, dimension).filter((id) => theirs.includes(id));
    return rewordedIn(first.instrument, second.instrument, both).length > 0;
  });
  return [
    ...(apart.length > 0
      ? [`${names} answered other statements for ${listed(apart)}: their scores there are not compared.`]
      : []),
    ...(reworded.length > 0
      ? [`For ${listed(reworded)} they answered the same in other words: compare with care.`]
      : []),
  ];
}

/** "the brief form, each score give or take 27": the form that somebody answered, with its own error and not the other’s. */
export function formWords(instrument: Instrument): string {
  const form = `the ${formOf(instrument.key)} form`;
  const errors = instrument.scales.flatMap(({ key, reliability }) => {
    const isKnown = dimensions.some((dimension) => dimension === key) && reliability !== null;
    if (!isKnown || reliability.sd === null || reliability.value === null) return [];
    return [{ points: Math.round(RELIABLE_Z * reliableChange(reliability.sd, reliability.value).sem), reliability }];
  });
  const widest = errors.toSorted((a, b) => b.points - a.points)[0];
  if (!widest) return form;
  const points = plural(widest.points, "point", "points");
  return `${form}, each score give or take ${widest.points} ${points} (${widest.reliability.kind})`;
}
