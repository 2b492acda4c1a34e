import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/* Roles are written out because the small-screen layout changes `display`, which drops a table's own. */

export function Ledger({ className, caption, children, ...rest }: ComponentProps<"table"> & { caption: string }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: display: block removes the native role
    <table role="table" className={classNames("ledger two-line", className)} {...rest}>
      <caption className="vh">{caption}</caption>
      {children}
    </table>
  );
}

type RowProps = ComponentProps<"tr"> & {
  risk?: boolean;
  /** The last row of its attention group gets a darker rule. */
  groupEnd?: boolean;
};

export function LedgerRow({ risk, groupEnd, className, ...rest }: RowProps) {
  const names = classNames(risk && "risk", groupEnd && "group-end", className);
  // biome-ignore lint/a11y/noRedundantRoles: display: grid removes the native role
  return <tr role="row" className={names === "" ? undefined : names} {...rest} />;
}

export type LedgerPlace = "name" | "reason" | "week" | "score" | "gaps" | "practice" | "activity" | "due";

/** `place` decides where the cell stands in the two-line row, and which cells a small screen leaves out. */
export function LedgerCell({ place, ...rest }: ComponentProps<"td"> & { place: LedgerPlace }) {
  // biome-ignore lint/a11y/noRedundantRoles: display: block removes the native role
  return <td role="cell" data-cell={place} {...rest} />;
}
