import { formatList } from "@/lib/format";
import { counted } from "@/lib/plural";
import type { LetterKind } from "./letter-kinds";
import type { LetterPlaces, LetterWords } from "./letter-shape";
import type { LetterGroup } from "./letter-timing";
import type { WeekCounts } from "./week-letter";

type From = { practice: string; places: LetterPlaces };

const look = { label: "Open it in Nearer" };

/** About somebody's safety. No other letter begins like this one, so that nobody takes it for a reminder. */
export function urgentWords(kind: LetterKind, { practice, places, minutes }: From & { minutes: number }): LetterWords {
  const link = { ...look, address: places.thing };
  const isToRead = kind === "check-words" || kind === "safety-decision";
  if (isToRead)
    return {
      subject: `URGENT, ${practice}: please read something today`,
      lines: ["Something urgent is waiting in Nearer. Please read it today, before anything else is decided."],
      link,
      foot: [always],
    };
  return {
    subject: `URGENT, ${practice}: you are needed now`,
    lines: [
      "Somebody needs you now. Please open Nearer, read what came in and say that you are on it.",
      `Until somebody says so, the next person is asked after ${minutes} minutes.`,
    ],
    link,
    foot: [always],
  };
}

const always = "Letters that begin with URGENT always come at once. They cannot be switched off.";

const groupNouns: Record<LetterGroup, string> = {
  messages: "messages",
  reflections: "reflections",
  answers: "answers",
};

/** One for all that came since the last: how often is the reader's own choice. */
export function wordsThatCanWait(groups: readonly LetterGroup[], { practice, places }: From): LetterWords {
  const what = formatList(groups.map((group) => groupNouns[group]));
  const own = `You choose how often such letters come: ${places.home}/account/letters`;
  return {
    subject: `${practice}: new ${what}`,
    lines: [`Something new is there for you to read: ${what}. It can wait until you are at work.`],
    link: { ...look, address: places.thing },
    foot: [own, ...(places.stop ? [`Stop them here: ${places.stop}`] : [])],
  };
}

/** Once a week, before the first appointment: how much waits, and nothing of whom. */
export function weekWords({ messages, reflections, answers }: WeekCounts, { practice, places }: From): LetterWords {
  const what = [
    ...(messages > 0 ? [`${counted(messages, "message")} to answer`] : []),
    ...(reflections > 0 ? [`${counted(reflections, "reflection")} to read`] : []),
    ...(answers > 0 ? [`${counted(answers, "assessment")} to look at`] : []),
  ];
  return {
    subject: `${practice}: your week`,
    lines: [
      what.length > 0
        ? `This waits for you as your week begins: ${formatList(what)}.`
        : "Nothing waits to be read as your week begins.",
      "Who needs you first, and why, stands on your caseload.",
    ],
    link: { ...look, address: places.thing },
    foot: [
      `This letter comes once a week. You choose whether it does: ${places.home}/account/letters`,
      ...(places.stop ? [`Stop it here: ${places.stop}`] : []),
    ],
  };
}

/** What staff are told one by one, each in words that fit it. */
export function staffWords(kind: LetterKind, { practice, places }: From): LetterWords {
  const link = { ...look, address: places.thing };
  if (kind === "consent-withdrawn" || kind === "erasure-asked")
    return {
      subject: `${practice}: please read this today`,
      lines: ["Something came in that changes what you may do next. Please read it in Nearer today."],
      link,
      foot: [],
    };
  if (kind === "credentials" || kind === "factor-reset")
    return {
      subject: `${practice}: about your sign-in`,
      lines: [
        "Something about your own sign-in to Nearer changed. What it was stands there when you sign in.",
        "If it was not you, tell the owner of your practice at once.",
      ],
      link,
      foot: [],
    };
  if (kind === "stand-in")
    return {
      subject: `${practice}: about days away`,
      lines: [
        "Days away of a colleague were entered or ended, and you are part of it. From when until when stands there.",
      ],
      link,
      foot: [],
    };
  return {
    subject: `${practice}: something is waiting for you`,
    lines: ["Something is waiting for you in Nearer."],
    link,
    foot: [],
  };
}

/** To whoever stands in from outside and has no way in: the number of a record, and nothing more. */
export const wordsOutside = (recordNumber: number): LetterWords => ({
  subject: `Urgent: record ${recordNumber} needs you today`,
  lines: [
    `You stand in for a colleague who uses Nearer. Record ${recordNumber} needs you today: it is urgent.`,
    "Nothing more is told here. Look the number up in the list that your colleague left with you.",
  ],
  link: null,
  foot: [],
});
