import "server-only";
import type { OwnAccount } from "@/db/queries/identity/own-account";
import { formatMoment } from "@/lib/format";
import {
  beginPasskey,
  dropFactor,
  dropPasskey,
  endOthers,
  endSession,
  keepPasskey,
  newCodes,
  newPassword,
  rename,
  startFactor,
} from "./account-actions";
import { relyingParty } from "./relying-party";
import { signOutAction } from "./sign-out-action";

/** What both account pages give to the view: the times in words, and the actions. */
export const accountForView = ({ sessions, passkeys, zone, ...account }: OwnAccount, now: Date) => ({
  ...account,
  passkeyHost: relyingParty()?.id,
  passkeys: passkeys.map(({ id, device, addedAt, lastUsedAt }) => ({
    ...{ id, device },
    added: formatMoment(addedAt, now, zone),
    lastUsed: lastUsedAt && formatMoment(lastUsedAt, now, zone),
  })),
  sessions: sessions.map(({ id, device, createdAt, lastSeenAt, isThisOne }) => ({
    id,
    device,
    isThisOne,
    since: formatMoment(createdAt, now, zone),
    lastSeen: formatMoment(lastSeenAt, now, zone),
  })),
});

export const accountActions = {
  rename,
  newPassword,
  startFactor,
  dropFactor,
  newCodes,
  beginPasskey,
  keepPasskey,
  dropPasskey,
  endSession,
  endOthers,
  signOut: signOutAction,
};
