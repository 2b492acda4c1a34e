import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { readAddress } from "@/lib/identity/email-address";
import { isOwnMachine } from "@/lib/identity/own-machine";
import type { ClaimedLetter } from "./claim-letters";
import { envelopeOf, mailOf } from "./letter-mail";
import type { Post, SendResult } from "./send-letters";
import type { WorkerSettings } from "./settings";

/** Sends through the practice's mail server, the one way in which Nearer sends anything; null when none is set. */
export function openMailer(settings: WorkerSettings, onFault: (error: unknown) => void): Post | null {
  const { SMTP_URL, MAIL_FROM: from, MAIL_BOUNCES: bounces = null, APP_URL: appUrl, LETTER_KEY: key } = settings;
  if (!SMTP_URL || !from) return null;
  const transport = transportTo(SMTP_URL, settings.PLAIN_TRANSPORT);
  // The words of a letter are read once the server has answered DATA: the last moment before anything is sent.
  transport.use("stream", ({ data, message }, done) => {
    const { handOver } = data as { handOver?: () => Promise<boolean> };
    if (handOver) message.processFunc((words) => Readable.from(heldBack(handOver, words), { objectMode: false }));
    done();
  });
  return async (letter: ClaimedLetter, mayGo) => {
    const reading = readAddress(letter.to);
    if ("problem" in reading) {
      onFault(new Error("The address of a letter is not plain."));
      return "refused";
    }
    let isHandedOver = false;
    const handOver = async () => {
      isHandedOver = await mayGo();
      return isHandedOver;
    };
    const post = { from, bounces, key, appUrl };
    try {
      await transport.sendMail({
        ...mailOf(letter, post),
        to: { name: "", address: reading.address },
        envelope: envelopeOf(letter, reading.address, post),
        disableFileAccess: true,
        disableUrlAccess: true,
        handOver,
      } as object);
      return "taken";
    } catch (error) {
      onFault(error);
      return outcomeOf(error, isHandedOver);
    }
  };
}

/** Links to sign in go this way: to another machine it is encrypted, or nothing goes. */
export function transportTo(smtpUrl: string, plainTransport: readonly string[]) {
  const { hostname } = new URL(smtpUrl);
  const requireTLS = !isOwnMachine(hostname) && !plainTransport.includes(hostname);
  return createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    requireTLS,
  } as object);
}

type SmtpError = { code?: string; command?: string; responseCode?: number; response?: string };

/** A server that answered has not taken it; one that fell silent after it was given the words may have. */
function outcomeOf(error: unknown, isHandedOver: boolean): SendResult {
  const { command, responseCode, response = "" } = error as SmtpError;
  if (isHandedOver && !responseCode) return "unsure";
  if (!isHandedOver && command === "RCPT TO" && responseCode && responseCode >= 500) {
    const code = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? String(responseCode);
    // “Not from you” is about this installation and not about the mailbox: tried again once somebody has mended it.
    if (!code.startsWith("5.7.")) return { bounced: code };
  }
  return "refused";
}

/** No byte goes before the hand-over is kept; refused, the connection is torn down and the server has nothing. */
async function* heldBack(handOver: () => Promise<boolean>, words: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  if (!(await handOver())) throw new Error("The letter is another worker’s by now.");
  yield* words;
}
