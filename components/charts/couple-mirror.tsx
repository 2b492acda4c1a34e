import { drawnOf, type MirrorRow } from "@/components/charts/mirror-row";
import { MirrorTable } from "@/components/charts/mirror-table";

type Props = { caption: string; first: string; second: string; rows: readonly MirrorRow[] };

/** The mirror of two people: drawn in the browser from a few numbers a row, so that no row is sent twice. */
export function CoupleMirror({ rows, ...rest }: Props) {
  return <MirrorTable rows={rows.map(drawnOf)} {...rest} />;
}
