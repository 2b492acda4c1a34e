import "server-only";
import type { Route } from "next";
import type { OpenedSession } from "@/db/commands/identity/open-session";
import type { Entry } from "@/db/commands/identity/sign-in";
import { signOut } from "@/db/commands/identity/sign-out";
import { now } from "../clock";
import { database } from "../database";
import type { Outcome } from "../form-action";
import { clearChallenge, writeChallenge } from "./challenge-cookie";
import { writeDeviceMark } from "./device-cookie";
import { carriedToken, clearSessionToken, writeSessionToken } from "./session-cookie";
import { clearWay, readWay } from "./way-cookie";

/** The browser gets its new cookie; a session it still carried ends, so that none is left behind unseen. */
export async function enterSession(opened: OpenedSession): Promise<void> {
  const earlier = await carriedToken();
  if (earlier) await signOut(database(), earlier, now());
  await clearChallenge();
  await writeDeviceMark(opened.deviceMark);
  await writeSessionToken(opened.token, opened.endsAt);
}

/** For somebody who has shown who they are: in, or on to the second step. */
export async function whatFollows(entry: Entry): Promise<Outcome> {
  if (entry.result === "code") return { next: "/sign-in/code", after: () => writeChallenge(entry.token, entry.endsAt) };
  return comesIn(entry.session);
}

/** In, and to the page that was asked for before the sign-in; a second step to set up and news of the sign-in come first. */
export async function comesIn(opened: OpenedSession): Promise<Outcome> {
  return {
    next: await onTheWay(opened),
    after: async () => {
      await enterSession(opened);
      if (!opened.hasNews) await clearWay();
    },
  };
}

/** Where a colleague wanted to go, once nothing else comes first. */
export async function onTheWay(person: Parameters<typeof landingRoute>[0]): Promise<Route> {
  const landing = landingRoute(person);
  return landing === "/caseload" ? (((await readWay()) ?? landing) as Route) : landing;
}

/** After a new password: the browser is known, and whatever it carried is over. */
export async function enterAnew(deviceMark: string): Promise<void> {
  await writeDeviceMark(deviceMark);
  await clearSessionToken();
}

/** Whose sign-in was changed reads that first. */
export function landingRoute({
  role,
  stage,
  hasNews,
}: Pick<OpenedSession, "role" | "stage"> & Partial<OpenedSession>): Route {
  if (stage === "factor_setup") return "/second-factor";
  if (hasNews) return "/sign-in/changed" as Route;
  return role === "client" ? "/portal" : "/caseload";
}
