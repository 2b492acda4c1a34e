import "server-only";
import { hasPasskeyHere } from "@/db/queries/identity/own-passkeys";
import { database } from "../database";
import { readOwnMark } from "./device-cookie";
import { relyingParty } from "./relying-party";

/** The host at which the door may offer passkeys, in a browser that knows one. Nobody else is shown that there are any. */
export async function passkeyHere(): Promise<string | undefined> {
  const party = relyingParty();
  const mark = party && (await readOwnMark());
  return mark && (await hasPasskeyHere(database(), mark)) ? party.id : undefined;
}
