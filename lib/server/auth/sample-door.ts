import "server-only";
import { type SampleAccount, sampleAccounts } from "@/db/queries/identity/doors";
import { database } from "../database";
import { env } from "../env";

/** Settings alone decide whether there may be a door without a password: a sample, embedded, on this machine. */
export function mayEnterSample(): boolean {
  const { NEARER_SAMPLE, NEARER_EMBEDDED, isLoopback } = env();
  return NEARER_SAMPLE && NEARER_EMBEDDED && isLoopback;
}

export const sampleDoor = async (): Promise<SampleAccount[]> => (mayEnterSample() ? sampleAccounts(database()) : []);
