import type { ReactNode } from "react";

/** Main column and side column; on a small screen the side follows, so put Safety first in it. */
export function Columns({ main, side, sideLabel }: { main: ReactNode; side: ReactNode; sideLabel: string }) {
  return (
    <div className="cols">
      <div>{main}</div>
      <aside aria-label={sideLabel}>{side}</aside>
    </div>
  );
}
