import "server-only";
import { env } from "./env";
import { sendLetter } from "./mail";

/** The only thing a letter ever says about an assessment: something is waiting. */
export const sendWaiting = (to: string): Promise<boolean> =>
  sendLetter({
    to,
    subject: "Something is waiting for you",
    text: `You have something waiting in Nearer.\n\n${env().appUrl}/portal\n`,
  });
