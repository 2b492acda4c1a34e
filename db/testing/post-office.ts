import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type PostOffice = {
  url: string;
  /** What arrived, as a mail program reads it, in its order. */
  letters: () => Promise<(Email & { envelopeFrom: string })[]>;
  close: () => Promise<void>;
};

/** A real SMTP server on this machine. `refusals`: what it says to an address instead of taking it. */
export async function openPostOffice(refusals: ReadonlyMap<string, string> = new Map()): Promise<PostOffice> {
  const received: { from: string; raw: Buffer }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _, done) {
      const words = refusals.get(address);
      done(words ? Object.assign(new Error(words), { responseCode: Number(words.slice(0, 3)) }) : null);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : "", raw: Buffer.concat(parts) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters: () =>
      Promise.all(received.map(async ({ from, raw }) => ({ ...(await PostalMime.parse(raw)), envelopeFrom: from }))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
