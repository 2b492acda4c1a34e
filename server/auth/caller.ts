import "server-only";
import { headers } from "next/headers";
import type { Caller } from "@/db/commands/identity/caller";
import { deviceName } from "@/lib/identity/device";
import { env } from "../env";
import { lastHop } from "./address";
import { readDeviceMark } from "./device-cookie";

/** Who knocks. Without a trusted proxy no address is believed: anybody can write that header. */
export async function readCaller(): Promise<Caller> {
  const given = await headers();
  const { NEXTAUTH_SECRET, TRUST_PROXY } = env();
  return {
    limitSecret: NEXTAUTH_SECRET,
    address: TRUST_PROXY ? lastHop(given.get("x-forwarded-for")) : undefined,
    device: deviceName(given.get("user-agent")),
    deviceMark: await readDeviceMark(),
  };
}
