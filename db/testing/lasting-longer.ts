import type { Pool } from "pg";
import { setEscalation } from "@/db/commands/safety/change-settings";
import { withScope } from "@/db/scope";
import { sitDimensions } from "./dimension-sitting";
import { type LinkedCouple, minutesLater } from "./linked-couple";
import { mintClient } from "./mint";
import { decide, logAttempt } from "./protocol";

/** The same couple with more of everything that lists and charts are made of, and with more people beside it. */
export async function lastingLonger(pool: Pool, { practice, ines, dario }: LinkedCouple): Promise<void> {
  const { therapist, owner } = practice;
  for (let i = 0; i < 6; i++) {
    await mintClient(pool, practice, { name: `Client ${i}` });
    for (const person of [ines, dario]) {
      await sitDimensions(pool, practice, person, { emotional: [40 + i, 80] });
      await logAttempt(pool, person, { recordedAt: minutesLater(i) });
      await decide(pool, therapist, person.clientId, { kind: i % 2 ? "release" : "hold" }, { at: minutesLater(i + 1) });
    }
    await withScope(pool, owner, minutesLater(i), (scope) => setEscalation(scope, { minutes: 10 + i }));
  }
}
