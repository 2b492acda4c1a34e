import { createTransport } from "nodemailer";
import { readAddress } from "@/lib/domain/identity/email-address";
import type { ClaimedLetter, Post } from "./send-letters";
import type { WorkerSettings } from "./settings";

/** What every letter says: that something waits, and nothing of what. The subject shows on a locked phone. */
export const letterText = (appUrl: string) => ({
  subject: "Something is waiting for you",
  text: `You have something waiting in Nearer.\n\n${appUrl}\n`,
});

/** Sends through the practice's mail server; null when none is set. */
export function openPost(settings: WorkerSettings, onFault: (error: unknown) => void): Post | null {
  const { SMTP_URL, MAIL_FROM: from, APP_URL } = settings;
  if (!SMTP_URL || !from) return null;
  const transport = createTransport(SMTP_URL, { connectionTimeout: 10_000, socketTimeout: 20_000 } as object);
  const words = letterText(APP_URL);
  return async ({ id, to }: ClaimedLetter) => {
    const reading = readAddress(to);
    if ("problem" in reading) {
      onFault(new Error("The address of a letter is not plain."));
      return false;
    }
    try {
      await transport.sendMail({
        ...words,
        messageId: `<${id}@${from.split("@")[1]}>`,
        from: { name: "Nearer", address: from },
        to: { name: "", address: reading.address },
        envelope: { from, to: [reading.address] },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return true;
    } catch (error) {
      onFault(error);
      return false;
    }
  };
}
