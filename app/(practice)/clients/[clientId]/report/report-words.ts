import type { Queued } from "@/db/commands/letters/queue-letter";
import { type ReportRecord, sendingInForce } from "@/db/queries/reports/reports";

/** Where a report stands, in a line of a list. */
export function statusWords(report: ReportRecord, moment: (at: Date) => string): string {
  const { signature, preparedBy, preparedAt, sendings } = report;
  if (!signature) return `Not signed. Prepared by ${preparedBy}, ${moment(preparedAt)}`;
  const signed = `Signed by ${signature.by}, ${moment(signature.at)}`;
  const sent = sendingInForce(report);
  if (sent) return `${signed}. In the portal since ${moment(sent.at)}`;
  const back = sendings[0]?.takenBackAt;
  return back ? `${signed}. Taken back from the portal ${moment(back)}` : signed;
}

/** What became of the letter that says that something waits. True where no mail is set up, too: then it waits. */
export function sentWords(queued: Queued): string {
  const there = "It is in the portal now.";
  if (queued === "unwanted")
    return `${there} No letter goes out: they want none, or their address was not called safe.`;
  return `${there} A letter says that something is new, and not what.`;
}
