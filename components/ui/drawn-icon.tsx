import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** Of “Leave quickly”, which stands in every part of a page: it does not bring all the others along. */
export const leaveIcon = "M11.5 3.5H4v13h7.5M8.5 10H17m0 0-3-3m3 3-3 3";

export type DrawnIconProps = {
  d: string;
  small?: boolean;
  isHeavy?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A line icon on a 20 unit grid, from its own path. */
export function DrawnIcon({ d, small = false, isHeavy = false, className, children }: DrawnIconProps) {
  return (
    <svg
      className={classNames("look-icon", className)}
      data-small={small ? "" : undefined}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      {children}
      <path d={d} strokeWidth={isHeavy ? 2.6 : undefined} />
    </svg>
  );
}
