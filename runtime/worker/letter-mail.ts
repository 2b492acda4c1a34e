import { letterName, shortLetterName, stopToken } from "@/db/commands/letters/letter-token";
import { letterLanguage, letterWords, plainText } from "@/lib/messages/letter-words";
import { stopKindOf } from "@/lib/messages/stop-kinds";
import type { ClaimedLetter } from "./claim-letters";
import { letterHtml } from "./letter-html";

/** From which address letters go, where those that come back do, what they are signed with, and where the pages are. */
export type PostFrom = { from: string; bounces: string | null; key: string; appUrl: string };

/** Everything of a message but whom it goes to. */
export function mailOf(letter: ClaimedLetter, { from, key, appUrl }: PostFrom): object {
  const kind = stopKindOf(letter);
  const token = kind && stopToken(key, { practiceId: letter.practiceId, accountId: letter.accountId, kind });
  const words = letterWords(letter, {
    home: appUrl,
    thing: `${appUrl}/letters/${letter.id}`,
    stop: token && `${appUrl}/letters/off/${token}`,
  });
  const isNamed = letter.isToStaff || letter.kind === "invitation";
  return {
    subject: words.subject,
    text: plainText(words),
    html: letterHtml(words),
    textEncoding: "quoted-printable",
    messageId: `<${letterName(key, letter.id)}@${domainOf(from)}>`,
    from: { name: isNamed ? letter.practice : letter.sender, address: from },
    // The practice's own address would tell a client's reader what the sender's name keeps back.
    replyTo: (isNamed && letter.replyTo) || from,
    ...(letter.urgent ? { priority: "high" } : {}),
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": letterLanguage,
      ...(token
        ? {
            "List-Unsubscribe": `<${appUrl}/api/letters/${token}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {}),
    },
  };
}

/** Where a mailbox for what comes back is set, each letter comes back to an address of its own in it. */
export function envelopeOf({ id }: ClaimedLetter, to: string, { from, bounces, key }: PostFrom) {
  const [local, domain] = bounces?.split("@") ?? [];
  return { from: local ? `${local}+${shortLetterName(key, id)}@${domain}` : from, to: [to] };
}

const domainOf = (address: string): string => address.split("@")[1] ?? "";
