import type { ComponentProps } from "react";
import { PathRows } from "./path-rows";
import type { PathPhase } from "./path-view";
import { sentPath } from "./sent-path";

type Props = Omit<ComponentProps<typeof PathRows>, "phases"> & { phases: readonly PathPhase[] };

/** The whole path by phase. What is sent for it is its words and a letter a day; the rows are drawn from that. */
export function PathTable({ phases, ...rest }: Props) {
  return <PathRows phases={sentPath(phases)} {...rest} />;
}
