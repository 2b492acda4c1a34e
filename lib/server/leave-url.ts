import "server-only";
import type { Route } from "next";
import { env } from "./env";

/** The neutral page that takes this one's place: the weather, or what the installation set as LEAVE_URL. */
// It is no page of ours, so the compiler has nothing to check it against.
export const leaveUrl = () => env().LEAVE_URL as Route;
