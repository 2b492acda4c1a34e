import { keepBounce } from "@/db/commands/letters/keep-bounce";
import { letterKeyOf, letterNamedIn } from "@/db/commands/letters/letter-token";
import { readBounceReport } from "@/runtime/bounce-report";
import { Fault } from "@/runtime/fault";
import { onTheMachine } from "@/runtime/on-the-machine";

/** More than a report with a whole letter of ours in it has. */
const most = 1024 * 1024;

const nothing = "Nothing of this is about a letter from here, so nothing was changed.";

/** What the mail server hands over of a message that came to the mailbox for bounces. Nobody else's words change anything. */
export const runBounce = ({ root, input }: { root: string; input: AsyncIterable<Buffer> }): Promise<number> =>
  onTheMachine(root, async (pool, authSecret) => {
    if (!authSecret) throw new Fault("With DATABASE_URL, please also set NEXTAUTH_SECRET.");
    const report = await readBounceReport(await readAll(input));
    if (!report) return nothing;
    const letterId = letterNamedIn(letterKeyOf(authSecret), report.namedIn.join("\n"));
    const isKept = letterId !== null && (await keepBounce(pool, { letterId, code: report.code }, new Date()));
    return isKept ? "A letter came back. It stands where letters that may not have arrived stand." : nothing;
  });

/** What is longer is cut off: a report says the important things first, and memory is not everybody's to fill. */
async function readAll(input: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of input) {
    bytes += part.byteLength;
    if (bytes <= most) parts.push(part);
  }
  return Buffer.concat(parts);
}
