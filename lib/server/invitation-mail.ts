import "server-only";
import { env } from "./env";
import { sendLetter } from "./mail";

const foot = "If you did not expect this, you need do nothing.";

export const invitationLink = (token: string): string => `${env().appUrl}/invitation/${token}`;

export const passwordLink = (token: string): string => `${env().appUrl}/reset-password/${token}`;

/** Says that something is waiting, and nothing of what: the subject line shows on a locked phone. */
export const sendInvitation = (to: string, token: string): Promise<boolean> =>
  sendLetter({
    to,
    subject: "Something is waiting for you",
    text: `You have something waiting in Nearer.\n\n${invitationLink(token)}\n\nThe link works once, for seven days. ${foot}\n`,
  });

export const sendPasswordLink = (to: string, token: string): Promise<boolean> =>
  sendLetter({
    to,
    subject: "A new password",
    text: `Somebody asked for a new password in Nearer for this address.\n\n${passwordLink(token)}\n\nThe link works once, for one hour. ${foot}\n`,
  });
