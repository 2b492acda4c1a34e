import "server-only";
import { beginAttempt } from "@/db/commands/identity/attempts";
import { letterKeyOf, readStopToken } from "@/db/commands/letters/letter-token";
import { stopLetters } from "@/db/commands/letters/stop-letters";
import { now } from "./clock";
import { database } from "./database";
import { env } from "./env";

/**
 * What a link in a letter asks for. One that was not made here does nothing and is answered alike: nobody learns from it
 * who gets letters. Answers the seconds to wait for a link that was followed over and over; 0: done.
 */
export async function stopByLink(token: string): Promise<number> {
  const { NEXTAUTH_SECRET: secret } = env();
  const stop = readStopToken(letterKeyOf(secret), token);
  if (!stop) return 0;
  const counted = [{ kind: "letter" as const, of: token }];
  const wait = await beginAttempt(database(), secret, counted);
  if (wait === 0) await stopLetters(database(), stop, now());
  return wait;
}
