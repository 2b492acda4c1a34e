import "server-only";
import { env } from "./env";

/** The neutral page that takes this one's place: the weather, or what the installation set as LEAVE_URL. */
export const leaveUrl = (): string => env().LEAVE_URL;
