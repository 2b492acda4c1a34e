import PostalMime, { type Attachment } from "postal-mime";

/** What a report says became of a letter, and everything in it in which the letter may be named. */
export type BounceReport = { code: string; namedIn: string[] };

/**
 * A delivery status notification (RFC 3464) that says that a letter was not delivered and will not be; null for everything
 * else: a delay, an answer, a receipt, a letter. Its words are never kept.
 */
export async function readBounceReport(raw: Uint8Array): Promise<BounceReport | null> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: "utf8" }).catch(
    () => null,
  );
  const parts = mail?.attachments ?? [];
  const status = parts.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType));
  if (!mail || !status) return null;
  const code = failureIn(textOf(status));
  if (!code) return null;
  const returned = parts.filter(({ mimeType }) => /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(mimeType));
  // Where a letter comes back to an address of its own, that names it; else what was returned of it does.
  const to = mail.headers.filter(({ key }) => ["to", "delivered-to", "x-original-to"].includes(key));
  return { code, namedIn: [...to.map(({ value }) => value), ...returned.map(headOf)] };
}

/**
 * The code of the first recipient who will not get it. That is what an action “failed” says (RFC 3464, 2.3.3), also with the status
 * of a passing fault: a server that gave up after days of trying sends that of its last try.
 */
function failureIn(status: string): string | null {
  for (const recipient of status.split(/\r?\n[ \t]*\r?\n/)) {
    const action = /^action:[ \t]*([a-z]+)/im.exec(recipient)?.[1]?.toLowerCase();
    const code = /^status:[ \t]*([45]\.\d{1,3}\.\d{1,3})\b/im.exec(recipient)?.[1];
    if (action === "failed" && code) return code;
  }
  return null;
}

/** The head of what was sent back: what somebody wrote below it names nothing. */
const headOf = (part: Attachment): string => textOf(part).split(/\r?\n\r?\n/)[0] ?? "";

const textOf = ({ content }: Attachment): string =>
  typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8");
