import type { MoveRecord } from "@/db/queries/protocol/version-moves";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { standingMove } from "@/lib/protocol/version-move";
import type { SearchParams } from "./change-choice";

export type OtherVersion = { id: string; name: string; version: ProtocolVersion };

/** Another version that the address asks for, or the move that it asks to take back. `id`: of the version or of that move. */
export type MoveChoice = { kind: "move" | "withdraw"; id: string; name: string; version: ProtocolVersion };

/** Reads the address. What it does not understand is as if it were not there. */
export function readMove(
  params: SearchParams,
  others: readonly OtherVersion[],
  moves: readonly MoveRecord[],
  { earlierVersions = [] }: PathInput,
): MoveChoice | null {
  const value = (key: string) => [params[key]].flat()[0] ?? "";
  const standing = standingMove(moves);
  if (standing && value("withdraw") === standing.id) {
    const before = earlierVersions[moves.indexOf(standing)];
    return before ? { kind: "withdraw", id: standing.id, name: standing.from, version: before.version } : null;
  }
  const other = others.find(({ id }) => id === value("move"));
  return other ? { kind: "move", ...other } : null;
}
