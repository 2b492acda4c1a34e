import "server-only";
import { headers } from "next/headers";
import { env } from "./env";

/** Next lets an action through without an Origin, and trusts X-Forwarded-Host. This does neither. */
export async function isSameOrigin(): Promise<boolean> {
  const given = await headers();
  const site = given.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = given.get("origin");
  if (origin === null || origin === "null") return site === "same-origin";
  return origins(given.get("host")).includes(origin);
}

function origins(host: string | null): string[] {
  const { appUrl, APP_URL, isHttps } = env();
  const own = host && !APP_URL ? [`http://${host}`, ...(isHttps ? [`https://${host}`] : [])] : [];
  return [new URL(appUrl).origin, ...own];
}
