import "server-only";
import { signOut } from "@/db/commands/identity/sign-out";
import { endPushWhereLeft } from "@/db/commands/letters/push-here";
import { now } from "../clock";
import { database } from "../database";
import { forgetRoom } from "../room";
import { clearChallenge } from "./challenge-cookie";
import { readDeviceMark } from "./device-cookie";
import { carriedToken, clearSessionToken } from "./session-cookie";

/** Ends the sign-in of this browser, also one that waits for its second step, and takes its cookies away. */
export async function endOwnSession(): Promise<void> {
  const token = await carriedToken();
  if (token) await signOut(database(), token, now());
  const mark = await readDeviceMark();
  if (mark) await endPushWhereLeft(database(), mark, now());
  await forgetHere();
}

/** What this browser carries of a sign-in, whether or not that could be ended. */
export async function forgetHere(): Promise<void> {
  await clearSessionToken();
  await clearChallenge();
  await forgetRoom();
}
