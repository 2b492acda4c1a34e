import "server-only";
import { type SampleAccount, sampleAccounts } from "@/db/queries/identity/pre-auth";
import { sampleStates } from "@/sample/door-words";
import { database } from "../database";
import { env, isSampleHere } from "../env";

/** Settings decide whether there may be a door without a password: embedded, on this machine. It lists a sample's people only. */
export function mayEnterSample(): boolean {
  const { NEARER_EMBEDDED, isLoopback } = env();
  return NEARER_EMBEDDED && isLoopback;
}

type SampleDoor = { people: SampleAccount[]; states: { words: string; people: SampleAccount[] }[] };

/**
 * Everybody of the sample practice, and its couples by what there is to see of them. Where there is none the database is not
 * asked, so that the page of the sign-in is drawn also while nothing answers.
 */
export async function sampleDoor(): Promise<SampleDoor> {
  const people = mayEnterSample() && isSampleHere() ? await sampleAccounts(database()) : [];
  const states = sampleStates.map(({ words, accountIds }) => ({
    words,
    people: accountIds.flatMap((id) => people.filter(({ accountId }) => accountId === id)),
  }));
  return { people, states: states.filter((state) => state.people.length > 0) };
}
