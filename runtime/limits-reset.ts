import { forgetAllTries } from "@/db/commands/identity/attempts";
import { onTheMachine } from "@/runtime/on-the-machine";

/** Everybody's waiting at the doors ends at once: after an attack, or a clock that was wrong. */
export const runLimitsReset = ({ root }: { root: string }): Promise<number> =>
  onTheMachine(root, async (pool) => {
    const gone = await forgetAllTries(pool);
    return gone === 0
      ? "Nobody had to wait at the sign-in."
      : "The tries at the sign-in are forgotten. Nobody waits from here on.";
  });
