import "server-only";
import { headers } from "next/headers";
import { neutralPage } from "@/lib/identity/neutral-page";
import { env } from "./env";

/** The neutral page that takes this one's place: what the installation set as LEAVE_URL, or the weather where the person lives. */
export async function leaveUrl(zone: string | undefined): Promise<string> {
  const languages = (await headers()).get("accept-language");
  return env().LEAVE_URL ?? neutralPage({ zone, languages });
}
