import type { MirrorRow } from "@/components/charts/couple-mirror";
import type { CouplePerson, CoupleView } from "@/db/queries/couple";
import { isDimensionItem, type ShareableDimension, type ShareItem, shareItems } from "@/lib/domain/couples/share-items";
import { type PairRow, pairRows, scoreRows, widestTogetherFirst } from "@/lib/domain/couples/shared-scores";

export const firstOf = ({ header }: CouplePerson): string => header.name.split(" ")[0] ?? header.name;

const dimensionItems = shareItems.filter(isDimensionItem);

const itemsOf = (dimension: ShareableDimension): ShareItem[] => [`${dimension}-now`, `${dimension}-wished`];

/** True when the partner may see both sides of it, now and wished. */
export const sharesAll = ({ shares }: CouplePerson, dimension: ShareableDimension): boolean =>
  itemsOf(dimension).every((item) => shares.includes(item));

/** Everything that the therapist of both sees, widest combined gap first; empty before either was assessed. */
export function therapistRows({ first, second }: CoupleView): PairRow[] {
  return widestTogetherFirst(
    pairRows(
      scoreRows(first.sitting?.scores ?? [], dimensionItems),
      scoreRows(second.sitting?.scores ?? [], dimensionItems),
    ),
  );
}

/** For the drawing: with a lock at the side that its owner keeps from the other. */
export function lockedRows(view: CoupleView): MirrorRow[] {
  const { first, second } = view;
  return therapistRows(view).map((row) => {
    const firstKeeps = row.first !== null && !sharesAll(first, row.dimension);
    const secondKeeps = row.second !== null && !sharesAll(second, row.dimension);
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

function lockWords(owner: CouplePerson, other: CouplePerson, dimension: ShareableDimension): string {
  const seen = itemsOf(dimension).filter((item) => owner.shares.includes(item));
  if (seen.length === 0) return `${firstOf(other)} can’t see this`;
  return `${firstOf(other)} sees ${seen[0]?.endsWith("-now") ? "now" : "wished"} only`;
}

/** What both may see: the rows of a release, widest gap first, then those that are not shared, which say only that. */
export function bothRows({ releasable, first, second }: CoupleView): MirrorRow[] {
  const shown = widestTogetherFirst(releasable?.rows ?? []);
  const everything = pairRows(
    scoreRows(first.sitting?.scores ?? [], dimensionItems),
    scoreRows(second.sitting?.scores ?? [], dimensionItems),
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
