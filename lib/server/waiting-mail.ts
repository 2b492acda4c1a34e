import "server-only";
import { env } from "./env";
import { sendLetter } from "./mail";

/** Says that something is waiting, and nothing of what or from whom: the subject line shows on a locked phone. */
export const sendWaiting = (to: string): Promise<boolean> =>
  sendLetter({
    to,
    subject: "Something is waiting for you",
    text: `You have something waiting in Nearer.\n\n${env().appUrl}\n`,
  });
