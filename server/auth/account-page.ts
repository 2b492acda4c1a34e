import "server-only";
import type { OwnAccount } from "@/db/queries/identity/own-account";
import { formatMoment } from "@/lib/format";
import { dropFactor, endOthers, endSession, newCodes, newPassword, rename, startFactor } from "./account-actions";
import { signOutAction } from "./sign-out-action";

/** What both account pages give to the view: the times in words, and the actions. */
export const accountForView = ({ sessions, zone, ...account }: OwnAccount, now: Date) => ({
  ...account,
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
  endSession,
  endOthers,
  signOut: signOutAction,
};
