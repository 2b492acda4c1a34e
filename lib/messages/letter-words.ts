import { lifeInWords } from "@/lib/identity/link-life";
import { clientKinds, isHourKind, isLinkKind, type LetterKind, type LinkKind } from "./letter-kinds";
import { chosenKinds } from "./letter-timing";

/** The pages that a link of a letter opens. */
export const linkPath = (kind: LinkKind, token: string): string => `/${pages[kind]}/${token}`;

const pages: Record<LinkKind, string> = {
  "address-link": "new-address",
  invitation: "invitation",
  "password-link": "reset-password",
  "sign-in-link": "sign-in/link",
};

/** What a letter carries that opens a page once, for how many minutes, and in whose name it invites. */
export type LetterLink = { readonly token: string; readonly minutes: number; readonly inviter: string };

export type LetterFor = {
  kind: LetterKind;
  link: LetterLink | null;
  /** About somebody's safety. */
  urgent: boolean;
  /** To whoever stands in from outside: all that is told. */
  recordNumber: number | null;
};

type Words = { subject: string; text: string };

const foot = "If you did not expect this, you need do nothing.";

/**
 * What a letter says: that something waits, and nothing of what. The subject shows on a locked phone. To staff about
 * somebody's safety it says that it is urgent; to whoever stands in from outside, the number of a record besides. An
 * invitation names who invites, so that nobody takes it for a trick: it goes only to an address that was called safe.
 */
export function letterWords({ kind, link, urgent, recordNumber }: LetterFor, appUrl: string): Words {
  if (recordNumber !== null) return wordsOutside(recordNumber);
  if (link && isLinkKind(kind)) return wordsWithLink(kind, link, appUrl);
  if (urgent)
    return {
      subject: "Urgent: something is waiting for you",
      text: `You have something urgent waiting in Nearer. Please look at it now.\n\n${appUrl}\n`,
    };
  if (kind === "address-told") return wordsToOldAddress;
  if (isHourKind(kind)) return wordsAtHour(appUrl);
  if (chosenKinds.some((one) => one === kind)) return wordsThatCanWait(appUrl);
  if (clientKinds.some((one) => one === kind)) return wordsToClients(appUrl);
  return { subject: "Something is waiting for you", text: `You have something waiting in Nearer.\n\n${appUrl}\n` };
}

/** The same whatever it is about: a letter that differed would say what it is about. */
const wordsToClients = (appUrl: string): Words => ({
  subject: "Something new for you in Nearer",
  text: `Something new is there for you. Open Nearer when you have a quiet moment.\n\n${appUrl}\n\nYou can switch these letters off under Account.\n`,
});

const wordsAtHour = (appUrl: string): Words => ({
  subject: "Nearer, at the hour you chose",
  text: `This is the hour that you chose. Open Nearer when you have a quiet moment, or leave it for today.\n\n${appUrl}\n\nYou can change the hour, rest for a week or switch these letters off under Account.\n`,
});

/** To staff, one for all that came since the last: how often is their own choice. */
const wordsThatCanWait = (appUrl: string): Words => ({
  subject: "Something new in Nearer",
  text: `Something new is there for you in Nearer. It can wait until you are at work.\n\n${appUrl}\n\nYou choose how often you get these letters: ${appUrl}/account/letters\n`,
});

/** To an address that is used no longer. The new one is not told. */
const wordsToOldAddress: Words = {
  subject: "This address is no longer used in Nearer",
  text: "Nearer no longer writes to this address: another one was confirmed in its place. If that was not you, say so to the people who use Nearer with you.\n",
};

const wordsOutside = (recordNumber: number): Words => ({
  subject: `Urgent: record ${recordNumber} needs you today`,
  text: `You stand in for a colleague who uses Nearer. Record ${recordNumber} needs you today: it is urgent.\n\nNothing more is told here. Look the number up in the list that your colleague left with you.\n`,
});

function wordsWithLink(kind: LinkKind, { token, minutes, inviter }: LetterLink, appUrl: string): Words {
  const address = `${appUrl}${linkPath(kind, token)}`;
  const life = `The link works once, for ${lifeInWords(minutes)}. ${foot}`;
  if (kind === "invitation") {
    const invited = `${inviter} sent you this link. It opens Nearer, the page that you talked about.`;
    return { subject: "Your link to Nearer", text: `${invited}\n\n${address}\n\n${life}\n` };
  }
  if (kind === "address-link") {
    const asked = "This address was given as yours in Nearer. Confirm it with the password that you sign in with.";
    return { subject: "Is this your address?", text: `${asked}\n\n${address}\n\n${life}\n` };
  }
  if (kind === "sign-in-link") {
    const asked = "Somebody asked for a link to sign in to Nearer with this address.";
    return { subject: "Your link", text: `${asked}\n\n${address}\n\n${life}\n` };
  }
  const asked = "Somebody asked for a new password in Nearer for this address.";
  return { subject: "A new password", text: `${asked}\n\n${address}\n\n${life}\n` };
}
