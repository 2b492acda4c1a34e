import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SMTPServer } from "smtp-server";

/** One message as a real SMTP server received it: the envelope decides who gets it, not the headers. */
export type Letter = { from: string; to: string[]; raw: string };

/** A real SMTP server on loopback that keeps each message as a file, so that every test process can read it. */
export async function openPostOffice(dir: string): Promise<{ url: string; close: () => Promise<void> }> {
  mkdirSync(dir, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const letter: Letter = {
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        };
        count += 1;
        const file = path.join(dir, `${String(count).padStart(5, "0")}.json`);
        writeFileSync(`${file}.part`, JSON.stringify(letter));
        renameSync(`${file}.part`, file);
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const address = server.server.address();
  if (typeof address !== "object" || !address) throw new Error("The SMTP server has no port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Every letter that reached this address, oldest first. */
export function lettersTo(dir: string, address: string): Letter[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name): Letter => JSON.parse(readFileSync(path.join(dir, name), "utf8")))
    .filter(({ to }) => to.includes(address));
}
