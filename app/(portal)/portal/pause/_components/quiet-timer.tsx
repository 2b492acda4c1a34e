import { Timer } from "@/components/portal/timer";

/** Twenty minutes that leave no trace but their end, in this tab. */
export function QuietTimer() {
  return (
    <Timer
      minutes={20}
      quiet
      storageKey="quiet-timer"
      words={{
        start: "Start twenty minutes",
        stop: "I’m ready",
        over: "Twenty minutes are over. Take your time.",
        stopped: "Take your time.",
      }}
    />
  );
}
