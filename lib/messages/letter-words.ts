import { lifeInWords } from "@/lib/identity/link-life";
import { isHourKind, isLinkKind, type LinkKind } from "./letter-kinds";
import type { LetterFor, LetterLink, LetterPlaces, LetterWords } from "./letter-shape";
import { staffWords, urgentWords, weekWords, wordsOutside, wordsThatCanWait } from "./staff-letter-words";

/** The language in which all words of Nearer are written: it stands in every letter. */
export const letterLanguage = "en-GB";

/** The pages that a link of a letter opens. */
export const linkPath = (kind: LinkKind, token: string): string => `/${pages[kind]}/${token}`;

const pages: Record<LinkKind, string> = {
  "address-link": "new-address",
  invitation: "invitation",
  "password-link": "reset-password",
  "sign-in-link": "sign-in/link",
};

/** The letter as plain text: the html beside it says the same. */
export const plainText = ({ lines, link, foot }: LetterWords): string =>
  `${[...lines, ...(link ? [link.address] : []), ...foot].join("\n\n")}\n`;

/**
 * What a letter says: that something waits, and nothing of what. The subject shows on a locked phone. Staff read which
 * practice it is and how soon they are needed; whoever stands in from outside reads the number of a record. An invitation
 * names who invites, so that nobody takes it for a trick: it goes only to an address that was called safe.
 */
export function letterWords(letter: LetterFor, places: LetterPlaces): LetterWords {
  const { kind, link, urgent, recordNumber, isToStaff, practice, standsFor, minutes, week } = letter;
  if (recordNumber !== null) return wordsOutside(recordNumber);
  if (link && isLinkKind(kind)) return wordsWithLink(kind, link, letter, places);
  if (kind === "address-told") return wordsToOldAddress;
  if (!isToStaff) return isHourKind(kind) ? wordsAtHour(places) : wordsToClients(places);
  if (urgent) return urgentWords(kind, { practice, minutes, places });
  if (week) return weekWords(week, { practice, places });
  if (standsFor.length > 0) return wordsThatCanWait(standsFor, { practice, places });
  return staffWords(kind, { practice, places });
}

const stopHere = ({ stop }: LetterPlaces, before: string): string =>
  stop ? `${before}, or here: ${stop}` : `${before}.`;

/** The same whatever it is about: a letter that differed would say what it is about. No name of a place stands in it. */
const wordsToClients = (places: LetterPlaces): LetterWords => ({
  subject: "Something new for you",
  lines: ["Something new is there for you. Open your page when you have a quiet moment."],
  link: { label: "Open your page", address: places.home },
  foot: [
    "Please write on your page, and not back to this letter.",
    stopHere(places, "You can switch these letters off under Account"),
  ],
});

const wordsAtHour = (places: LetterPlaces): LetterWords => ({
  subject: "At the hour you chose",
  lines: ["This is the hour that you chose. Open your page when you have a quiet moment, or leave it for today."],
  link: { label: "Open your page", address: places.home },
  foot: [stopHere(places, "You can change the hour, rest for a week or switch these letters off under Account")],
});

/** To an address that is used no longer. The new one is not told. */
const wordsToOldAddress: LetterWords = {
  subject: "This address is no longer used in Nearer",
  lines: [
    "Nearer no longer writes to this address: another one was confirmed in its place. If that was not you, say so to the people who use Nearer with you.",
  ],
  link: null,
  foot: [],
};

function wordsWithLink(kind: LinkKind, link: LetterLink, letter: LetterFor, { home }: LetterPlaces): LetterWords {
  const { practice, isToStaff } = letter;
  const address = `${home}${linkPath(kind, link.token)}`;
  const foot = [
    `The link works once, for ${lifeInWords(link.minutes)}.`,
    "If you did not expect this, you need do nothing.",
  ];
  const named = (subject: string) => (isToStaff ? `${practice}: ${subject.toLowerCase()}` : subject);
  if (kind === "invitation") {
    const { inviter } = link;
    return {
      subject: `${practice}: your link to Nearer`,
      lines: [
        isToStaff
          ? `${inviter} invites you to work in Nearer, where the practice looks after its work.`
          : `${inviter} sent you this link. It opens Nearer, the page that you talked about.`,
      ],
      link: { label: "Open Nearer", address },
      foot,
    };
  }
  if (kind === "address-link") {
    const lines = ["This address was given as yours in Nearer. Confirm it with the password that you sign in with."];
    return { subject: named("Is this your address?"), lines, link: { label: "Confirm it", address }, foot };
  }
  if (kind === "sign-in-link") {
    const lines = ["Somebody asked for a link to sign in to Nearer with this address."];
    return { subject: named("Your link"), lines, link: { label: "Sign in", address }, foot };
  }
  const lines = ["Somebody asked for a new password in Nearer for this address."];
  return { subject: named("A new password"), lines, link: { label: "Choose a password", address }, foot };
}
