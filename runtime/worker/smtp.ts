import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { readAddress } from "@/lib/identity/email-address";
import { letterWords } from "@/lib/messages/letter-words";
import type { ClaimedLetter, Post, SendResult } from "./send-letters";
import type { WorkerSettings } from "./settings";

/** Sends through the practice's mail server, the one way in which Nearer sends anything; null when none is set. */
export function openMailer(settings: WorkerSettings, onFault: (error: unknown) => void): Post | null {
  const { SMTP_URL, MAIL_FROM: from, APP_URL } = settings;
  if (!SMTP_URL || !from) return null;
  const transport = createTransport(SMTP_URL, { connectionTimeout: 10_000, socketTimeout: 20_000 } as object);
  // The words of a letter are read once the server has answered DATA: the last moment before anything is sent.
  transport.use("stream", ({ data, message }, done) => {
    const { handOver } = data as { handOver?: () => Promise<boolean> };
    if (handOver) message.processFunc((words) => Readable.from(heldBack(handOver, words), { objectMode: false }));
    done();
  });
  return async ({ id, to, ...letter }: ClaimedLetter, mayGo) => {
    const reading = readAddress(to);
    if ("problem" in reading) {
      onFault(new Error("The address of a letter is not plain."));
      return "refused";
    }
    let isHandedOver = false;
    const handOver = async () => {
      isHandedOver = await mayGo();
      return isHandedOver;
    };
    try {
      await transport.sendMail({
        ...letterWords(letter, APP_URL),
        messageId: `<${id}@${from.split("@")[1]}>`,
        from: { name: "Nearer", address: from },
        to: { name: "", address: reading.address },
        envelope: { from, to: [reading.address] },
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

/** A server that answered has not taken it; one that fell silent after it was given the words may have. */
function outcomeOf(error: unknown, isHandedOver: boolean): SendResult {
  const { responseCode } = error as { responseCode?: number };
  return isHandedOver && !responseCode ? "unsure" : "refused";
}

/** No byte goes before the hand-over is kept; refused, the connection is torn down and the server has nothing. */
async function* heldBack(handOver: () => Promise<boolean>, words: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  if (!(await handOver())) throw new Error("The letter is another worker’s by now.");
  yield* words;
}
