import "server-only";
import { env } from "./env";
import { sendLetter } from "./mail";

const foot = "If you did not expect this, you need do nothing.";

export const invitationLink = (token: string): string => `${env().appUrl}/invitation/${token}`;

export const passwordLink = (token: string): string => `${env().appUrl}/reset-password/${token}`;

/**
 * Names who invites, so that nobody takes it for a trick; only to an address that was called safe. The subject says
 * nothing: it shows on a locked phone.
 */
export const sendInvitation = (to: string, token: string, from: string): Promise<boolean> =>
  sendLetter({
    to,
    subject: "Something is waiting for you",
    text: `${from} invites you to Nearer.\n\n${invitationLink(token)}\n\nThe link works once, for seven days. ${foot}\n`,
  });

export const sendPasswordLink = (to: string, token: string): Promise<boolean> =>
  sendLetter({
    to,
    subject: "A new password",
    text: `Somebody asked for a new password in Nearer for this address.\n\n${passwordLink(token)}\n\nThe link works once, for one hour. ${foot}\n`,
  });
