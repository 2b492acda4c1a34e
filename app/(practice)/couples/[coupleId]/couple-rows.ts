import type { MirrorRow } from "@/components/charts/mirror-row";
import type { CouplePerson, CoupleView } from "@/db/queries/couples/couple";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import { notCompared } from "@/lib/couples/compared";
import { type Answered, comparedSentences, formWords } from "@/lib/couples/compared-words";
import { isShownAlone } from "@/lib/couples/share-items";
import { inWholePoints, type PairRow, pairRows, scoreRows, widestTogetherFirst } from "@/lib/couples/shared-scores";

export const firstOf = ({ calledName }: CouplePerson): string => calledName;

/** True when the partner may see it by its owner's choice alone. */
export const sharesAlone = ({ shares }: CouplePerson, dimension: Dimension): boolean =>
  isShownAlone(dimension) && shares.includes(dimension);

/** The dimensions whose scores say nothing about each other, because the two answered other statements. */
function apartIn({ first, second }: CoupleView): Dimension[] {
  const [one, other] = [first.sitting?.instrument, second.sitting?.instrument];
  return one && other ? notCompared(one, other) : [];
}

/** What of the therapist's rows can be held against each other. */
export function comparedRows(view: CoupleView): PairRow[] {
  const apart = apartIn(view);
  return therapistRows(view).filter(({ dimension }) => !apart.includes(dimension));
}

/** Why not everything is compared, and what differs in what is. */
export function versionSentences({ first, second }: CoupleView): string[] {
  const answered = (person: CouplePerson): Answered[] =>
    person.sitting ? [{ name: firstOf(person), instrument: person.sitting.instrument }] : [];
  const [one, other] = [...answered(first), ...answered(second)];
  return one && other ? comparedSentences(one, other) : [];
}

/** When each answered last, in which form, and how far its scores may err. */
export function sittingSentences({ first, second }: CoupleView, day: (date: string) => string): string[] {
  return [first, second].flatMap((person) =>
    person.sitting
      ? [`${firstOf(person)} answered on ${day(person.sitting.date)}: ${formWords(person.sitting.instrument)}.`]
      : [],
  );
}

/** Everything that the therapist of both sees, exact, widest combined gap first; empty before either was assessed. */
export function therapistRows({ first, second }: CoupleView): PairRow[] {
  return widestTogetherFirst(
    pairRows(scoreRows(first.sitting?.scores ?? [], dimensions), scoreRows(second.sitting?.scores ?? [], dimensions)),
  );
}

/** For the drawing: with a lock at the side that its owner keeps from the other. */
export function lockedRows(view: CoupleView): MirrorRow[] {
  const { first, second } = view;
  const apart = apartIn(view);
  return inWholePoints(therapistRows(view)).map((row) => {
    const firstKeeps = row.first !== null && !sharesAlone(first, row.dimension);
    const secondKeeps = row.second !== null && !sharesAlone(second, row.dimension);
    return {
      ...row,
      locks: {
        first: firstKeeps ? lockWords(first, second, row.dimension) : undefined,
        second: secondKeeps ? lockWords(second, first, row.dimension) : undefined,
      },
      note: apart.includes(row.dimension) ? notComparedWords : undefined,
      isPrivate: firstKeeps || secondKeeps,
    };
  });
}

function lockWords(owner: CouplePerson, other: CouplePerson, dimension: Dimension): string {
  if (owner.shares.includes(dimension)) return "Only in a picture for both";
  return `${firstOf(other)} can’t see this`;
}

/** What both may see: the rows of a release, widest gap first, then those that are not shared, which say only that. */
export function bothRows(view: CoupleView): MirrorRow[] {
  const { releasable, first, second } = view;
  const apart = apartIn(view);
  const shown = widestTogetherFirst(releasable?.rows ?? []);
  const everything = pairRows(
    scoreRows(first.sitting?.scores ?? [], dimensions),
    scoreRows(second.sitting?.scores ?? [], dimensions),
  );
  const hidden = everything.filter(({ dimension }) => !shown.some((row) => row.dimension === dimension));
  return [
    ...shown,
    ...hidden.map(({ dimension }) => ({
      dimension,
      first: null,
      second: null,
      instead: isSharedByBoth(view, dimension) && apart.includes(dimension) ? notComparedWords : "Not shared",
      isPrivate: true,
    })),
  ];
}

const notComparedWords = "Not compared";

const isSharedByBoth = ({ first, second }: CoupleView, dimension: Dimension): boolean =>
  first.shares.includes(dimension) && second.shares.includes(dimension);
