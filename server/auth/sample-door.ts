import "server-only";
import { type SampleAccount, sampleAccounts } from "@/db/queries/identity/pre-auth";
import { database } from "../database";
import { env } from "../env";

/** Settings decide whether there may be a door without a password: embedded, on this machine. It lists a sample's people only. */
export function mayEnterSample(): boolean {
  const { NEARER_EMBEDDED, isLoopback } = env();
  return NEARER_EMBEDDED && isLoopback;
}

export const sampleDoor = async (): Promise<SampleAccount[]> => (mayEnterSample() ? sampleAccounts(database()) : []);
