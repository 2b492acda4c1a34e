import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = {
  main: ReactNode;
  side: ReactNode;
  sideLabel: string;
  /** The side is read, tabbed through and, on a small screen, seen before the main column. */
  sideFirst?: boolean;
};

/** Below 1320 pixels the side is slimmer, below 1100 it follows the main column. */
export const columns = [
  "mt-6.5 grid grid-cols-[minmax(0,876px)_340px] justify-between gap-x-14 print:block",
  "side:max-wide:grid-cols-[minmax(0,1fr)_300px] desk:max-wide:gap-x-9 max-side:grid-cols-1",
].join(" ");

/** Settings: what a section is about stands left of what can be set there, where the page is wide enough for both. */
export const headsBeside = [
  "desk:[&_[data-section]]:grid desk:[&_[data-section]]:grid-cols-[minmax(15rem,20rem)_minmax(0,1fr)]",
  "desk:[&_[data-section]]:gap-x-12 desk:[&_[data-section]>*]:col-start-2",
  "desk:[&_[data-section]>header]:col-start-1 desk:[&_[data-section]>header]:row-[1/span_12]",
  "desk:[&_[data-section]>header]:block",
].join(" ");

/** Main column and side column; on a small screen the side follows, so put Safety first in it. */
export function Columns({ main, side, sideLabel, sideFirst = false }: Props) {
  const aside = (
    <aside className={classNames("min-w-0", sideFirst && "side:[grid-area:1/2]")} aria-label={sideLabel}>
      {side}
    </aside>
  );
  return (
    <div className={columns}>
      {sideFirst ? aside : null}
      <div className={classNames("min-w-0", sideFirst && "side:[grid-area:1/1]")}>{main}</div>
      {sideFirst ? null : aside}
    </div>
  );
}
