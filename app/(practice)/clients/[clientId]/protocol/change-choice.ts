import type { Exercise } from "@/lib/exercises/exercise";
import { exercisesAhead } from "@/lib/protocol/changes/exercises-ahead";
import { type Change, type ChangeKind, changeKinds } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { ProtocolPath } from "@/lib/protocol/path";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The change that the address asks for, and what is chosen about it. A link can be kept and sent to a colleague. */
export type Choice = { kind: ChangeKind; change: Change; exercises: Exercise[] };

/** Kinds that make sense now, the three of every day first. Own steps are offered to who decides about joint steps. */
export function offeredKinds(path: ProtocolPath, isDecidedHere: boolean): { first: ChangeKind[]; more: ChangeKind[] } {
  if (path.status === "ended") return { first: [], more: [] };
  if (path.status === "finished" || path.status === "follow-up") return { first: ["extend"], more: [] };
  const own: ChangeKind[] = isDecidedHere ? ["own-steps"] : [];
  const repeat: ChangeKind[] = path.current ? ["repeat"] : [];
  const hold: ChangeKind = path.held?.because === "therapist" ? "release" : "hold";
  // What a paused path waits for stands first; what would be lived meanwhile comes after it.
  if (path.paused)
    return { first: ["resume", hold, "extend"], more: [...own, ...repeat, "swap", "dose", "drop", "end"] };
  return { first: [hold, ...repeat, "swap"], more: [...own, "dose", "drop", "pause", "extend", "end"] };
}

/** Exercises of this week, then of the weeks to come, each once. */
export const askedFor = (version: ProtocolVersion, path: ProtocolPath): Exercise[] =>
  [...exercisesAhead(path)].flatMap((key) => exerciseOf(version, key) ?? []);

/** Reads the address. What it does not understand is as if it were not there: the first offer is shown. */
export function readChoice(
  params: SearchParams,
  version: ProtocolVersion,
  path: ProtocolPath,
  isDecidedHere: boolean,
): Choice | null {
  const value = (key: string) => [params[key]].flat()[0] ?? "";
  const offered = offeredKinds(path, isDecidedHere);
  const exercises = askedFor(version, path);
  const asked = { value, version, path, exercises };
  const undo = value("change") === "undo" ? changeKinds.undo.read(asked) : null;
  if (undo) return { kind: "undo", change: undo, exercises: [] };
  const kind = [...offered.first, ...offered.more].find((one) => one === value("change")) ?? offered.first[0];
  if (!kind) return null;
  const change = changeKinds[kind].read(asked);
  return change && { kind, change, exercises };
}
