import { type Decision, undoneBy } from "@/lib/protocol/decision";
import type { ChosenOwnSteps, Span } from "@/lib/safety/chosen-own-steps";

/** What of a path's decisions is about own steps, with every undo and every undo of one followed through time. */
export function chosenOwnSteps(decisions: readonly (Decision & { isForBoth?: boolean })[]): ChosenOwnSteps[] {
  const undos = decisions.filter(({ change }) => change.kind === "undo").map(({ madeAt }) => madeAt);
  const turns = [...undos].sort((a, b) => a.getTime() - b.getTime());
  const undoneAt = (id: string, at: Date) => undoneBy(decisions.filter(({ madeAt }) => madeAt <= at)).has(id);
  return decisions.flatMap(({ id, effectiveOn, madeAt, change, isForBoth = false }) => {
    if (change.kind !== "own-steps") return [];
    const stood: Span[] = [{ from: madeAt, until: null }];
    for (const turn of turns.filter((at) => at >= madeAt)) {
      const last = stood.at(-1);
      const isUndone = undoneAt(id, turn);
      if (isUndone && last?.until === null) last.until = turn;
      else if (!isUndone && last?.until) stood.push({ from: turn, until: null });
    }
    return [{ from: change.from, until: change.until, decidedOn: effectiveOn, isForBoth, stood }];
  });
}
