import type { ClientSignals } from "@/db/queries/signals/client-signals";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { followedSentence, isFollowedNow } from "@/lib/signals/followed";
import type { FollowedNow } from "./_components/signal-followed";

/** Choices about which the panel now says what followed, newest first. */
export function followedView(
  found: ClientSignals,
  connection: ConnectionStatus,
  saysGain: boolean,
  now: Date,
): FollowedNow[] {
  return found.considered
    .filter(({ at }) => isFollowedNow(at, now))
    .map((choice) => ({
      ...choice,
      sentence: followedSentence({
        chosenAt: choice.at,
        before: choice.connection,
        now: connection.kind === "judged" ? connection.latest.median : null,
        steps: found.history.filter(({ signalId }) => signalId === choice.signalId).toReversed(),
        isGone: !found.signals.some(({ id }) => id === choice.signalId),
        saysGain,
      }),
    }));
}
