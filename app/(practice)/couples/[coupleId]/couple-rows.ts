import type { MirrorRow } from "@/components/charts/mirror-row";
import type { CouplePerson, CoupleView } from "@/db/queries/couples/couple";
import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import { isShownAlone } from "@/lib/couples/share-items";
import { inWholePoints, type PairRow, pairRows, scoreRows, widestTogetherFirst } from "@/lib/couples/shared-scores";
import { firstNameOf } from "@/lib/first-name";

export const firstOf = ({ header }: CouplePerson): string => firstNameOf(header.name);

/** True when the partner may see it by its owner's choice alone. */
export const sharesAlone = ({ shares }: CouplePerson, dimension: Dimension): boolean =>
  isShownAlone(dimension) && shares.includes(dimension);

/** Everything that the therapist of both sees, exact, widest combined gap first; empty before either was assessed. */
export function therapistRows({ first, second }: CoupleView): PairRow[] {
  return widestTogetherFirst(
    pairRows(scoreRows(first.sitting?.scores ?? [], dimensions), scoreRows(second.sitting?.scores ?? [], dimensions)),
  );
}

/** For the drawing: with a lock at the side that its owner keeps from the other. */
export function lockedRows(view: CoupleView): MirrorRow[] {
  const { first, second } = view;
  return inWholePoints(therapistRows(view)).map((row) => {
    const firstKeeps = row.first !== null && !sharesAlone(first, row.dimension);
    const secondKeeps = row.second !== null && !sharesAlone(second, row.dimension);
    return {
      ...row,
      locks: {
        first: firstKeeps ? lockWords(first, second, row.dimension) : undefined,
        second: secondKeeps ? lockWords(second, first, row.dimension) : undefined,
      },
      isPrivate: firstKeeps || secondKeeps,
    };
  });
}

function lockWords(owner: CouplePerson, other: CouplePerson, dimension: Dimension): string {
  if (owner.shares.includes(dimension)) return "Only in a picture for both";
  return `${firstOf(other)} can’t see this`;
}

/** What both may see: the rows of a release, widest gap first, then those that are not shared, which say only that. */
export function bothRows({ releasable, first, second }: CoupleView): MirrorRow[] {
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
      instead: "Not shared",
      isPrivate: true,
    })),
  ];
}
