import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = {
  main: ReactNode;
  side: ReactNode;
  sideLabel: string;
  /** The side is read, tabbed through and, on a small screen, seen before the main column. */
  sideFirst?: boolean;
};

/** Main column and side column; on a small screen the side follows, so put Safety first in it. */
export function Columns({ main, side, sideLabel, sideFirst = false }: Props) {
  const aside = <aside aria-label={sideLabel}>{side}</aside>;
  return (
    <div className={classNames("cols", sideFirst && "side-first")}>
      {sideFirst ? aside : null}
      <div>{main}</div>
      {sideFirst ? null : aside}
    </div>
  );
}
