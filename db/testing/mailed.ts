import type { Pool } from "pg";
import type { SystemActor } from "@/lib/actor";
import type { ClaimedLetter } from "@/runtime/worker/claim-letters";
import { sendLetters } from "@/runtime/worker/send-letters";

/** Sends what waits in a practice, to a mail server that takes everything: the letters in the order in which they went. */
export async function mailed(pool: Pool, practiceId: string, at: Date): Promise<ClaimedLetter[]> {
  const actor: SystemActor = { kind: "system", role: "system", practiceId };
  const letters: ClaimedLetter[] = [];
  await sendLetters(
    pool,
    actor,
    async (letter, handOver) => {
      if (!(await handOver())) return "refused";
      letters.push(letter);
      return "taken";
    },
    () => at,
  );
  return letters;
}
