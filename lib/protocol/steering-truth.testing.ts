import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type Dose, doseWords } from "@/lib/protocol/dose";
import { daysAhead, nextWeek, type Oracle } from "@/lib/protocol/steering-oracle.testing";
import { addDays } from "@/lib/time/local-date";

type Check = (oracle: Oracle, parts: string[], key: (title: string) => string) => boolean;

const textOf = (dose: string) => doseWords(Object.fromEntries(JSON.parse(dose)) as Dose);
const today = (oracle: Oracle) => oracle.days.get(oracle.today);
const roundDays = (oracle: Oracle) => daysAhead(oracle).filter(({ round }) => round === today(oracle)?.round);
/** The days for which words are said: this round, or all that are known. */
const span = (oracle: Oracle, forWeek: boolean) => (forWeek ? roundDays(oracle) : daysAhead(oracle));

const planned =
  (forWeek: boolean): Check =>
  (oracle, [title = "", dose = ""], key) =>
    span(oracle, forWeek).every(({ asks }) => {
      const asked = asks.get(key(title));
      return asked === undefined ? !forWeek : textOf(asked) === dose;
    });
const swapped =
  (forWeek: boolean): Check =>
  (oracle, [to = "", from = ""], key) =>
    span(oracle, forWeek).every(({ asks }) => !asks.has(key(from)) && (!forWeek || asks.has(key(to))));
const leftOut =
  (forWeek: boolean): Check =>
  (oracle, [title = ""], key) =>
    span(oracle, forWeek).every(({ asks }) => !asks.has(key(title)));

/** What each sentence to a client claims, by the sentence. A sentence that is not here is a failure. */
const claims: [RegExp, Check][] = [
  [/^We’re staying with this week/, ({ isHeld }) => isHeld],
  [/^When we start again, we’ll stay with this week/, ({ isHeld }) => isHeld],
  [/^When your weeks begin, we’ll stay with the first/, ({ isHeld }) => isHeld],
  [/^We’re moving on when this week ends/, (oracle) => goesOn(oracle)],
  [/^We’re coming to the end of this week/, (oracle) => !oracle.isHeld && typeof nextWeek(oracle) !== "number"],
  [/^When this week ends, we’ll live it once more/, (oracle) => comesAgain(oracle)],
  [/^When we start again, there is one more round of this week/, (oracle) => comesAgain(oracle)],
  [/^We’ll give this week the days that the pause took/, (oracle) => goesOn(oracle)],
  [
    /^When (we start again|your weeks begin), (we’ll go on from there|they follow one another)/,
    ({ isHeld }) => !isHeld,
  ],
  [/^We’re taking a pause and start again on <(.+?)>/, (oracle, [day = ""]) => oracle.startsAgain === day],
  [/^We’re taking a pause\. Nothing/, ({ isPaused, startsAgain }) => isPaused && startsAgain === null],
  [/^We’re (starting again from|going on without)/, ({ isPaused }) => !isPaused],
  [/^This week, (.+) is planned (.+?)\. /, planned(true)],
  [/^When we start again, (.+) is planned (.+) for this week\. /, planned(true)],
  [/^(?:From now on|When we start again|When your weeks begin), (.+) is planned (.+?)\. /, planned(false)],
  [/^This week, (.+) takes the place of (.+?)\. /, swapped(true)],
  [/^When we start again, (.+) takes the place of (.+) for this week\. /, swapped(true)],
  [/^(?:From now on|When we start again|When your weeks begin), (.+) takes the place of (.+?)\. /, swapped(false)],
  [/^This week, we’re leaving out (.+?)\. /, leftOut(true)],
  [/^When we start again, we’re leaving out (.+) for this week\. /, leftOut(true)],
  [/^(?:From now on|When we start again|When your weeks begin), we’re leaving out (.+?)\. /, leftOut(false)],
  [/^Something in a later week has changed/, () => true],
  [/^The weekly exercises end on <(.+?)>/, ({ endedFrom }, [day = ""]) => day === endedFrom],
  [/^We’re adding /, ({ total, inVersion }) => total > inVersion],
  [/^Your weeks go on\./, ({ isEnded }) => !isEnded],
  [/^We’ve taken one change to your plan back/, () => true],
  [/^(?:From today, y|Y)our weeks (?:go on, and )?follow (?:a changed|the) plan/, ({ isEnded }) => !isEnded],
  [
    /^When (?:your weeks begin, they|we start again, your weeks) follow (?:a changed|the) plan/,
    ({ isEnded }) => !isEnded,
  ],
  [/^(?:Something in your later weeks has changed|Your later weeks are again)/, ({ isEnded }) => !isEnded],
];

const goesOn = (oracle: Oracle) => {
  const next = nextWeek(oracle);
  return !oracle.isHeld && (typeof next !== "number" || next === (today(oracle)?.week ?? 0) + 1);
};
const comesAgain = (oracle: Oracle) => {
  const next = nextWeek(oracle);
  return next === today(oracle)?.week || (next === "open" && oracle.waitsFor === today(oracle)?.week);
};

/** What each fact before a change claims of the path with it; `before` where it compares. */
const facts: [RegExp, (after: Oracle, parts: string[], before: Oracle, key: (title: string) => string) => boolean][] = [
  [/^(?:After the pause, w|W)eek (\d+) goes on until you release it\.$/, (a, [n]) => a.isHeld && is(a, a.today, n)],
  [/^The weeks begin as planned, and week 1 goes on until/, (a) => a.isHeld && a.waitsFor === 2],
  [/^The path waits until you release it\.$/, ({ isHeld }) => isHeld],
  [/^The path goes on after the pause/, ({ isHeld, isPaused }) => !isHeld && isPaused],
  [
    /^The weeks (follow one another|begin as planned)/,
    ({ isHeld, isPaused }, _, b) => !isHeld || (b.isPaused && !isPaused),
  ],
  [
    /^Week (\d+) ends on <(.+)>; week (\d+) follows\.$/,
    (a, [n, day = "", m]) => is(a, day, n) && is(a, addDays(day, 1), m),
  ],
  [
    /^Week (\d+) is lived once more from <(.+)>, as/,
    (a, [n, day = ""]) => is(a, day, n) && is(a, addDays(day, -1), n) && a.days.get(day)?.round === day,
  ],
  [
    /^Week (\d+) goes on after <(.+)>, because/,
    (a, [n, day = ""]) => is(a, addDays(day, 1), n) && a.days.get(addDays(day, 1))?.round !== addDays(day, 1),
  ],
  [/^Week (\d+) goes on after <(.+)>, until you release/, (a, [n, day = ""]) => a.isHeld && is(a, addDays(day, 1), n)],
  [
    /^It goes on after <(.+)>, because/,
    (a, [day = ""]) => a.days.get(addDays(day, 1))?.round === a.days.get(day)?.round,
  ],
  [/^Week (\d+) is the last, and ends on <(.+)>\.$/, (a, [n, day = ""]) => is(a, day, n) && a.lastDay === day],
  [
    /^Week (\d+) is lived once more (after its last day|when the path goes on)\.$/,
    (a, [n]) => is(a, a.today, n) && comesAgain(a),
  ],
  [/^Exercises start again today, in week (\d+)\.$/, (a, [n]) => !a.isPaused && is(a, a.today, n)],
  [/^No exercises until you resume\.$/, ({ isPaused, startsAgain }) => isPaused && startsAgain === null],
  [
    /^No exercises before <(.+)>\. They start again that day, in week (\d+)\.$/,
    (a, [day = "", n]) => a.startsAgain === day && is(a, day, n) && a.days.get(day)?.isPaused === false,
  ],
  [/^No exercises before <(.+)>\. They start again that day\.$/, (a, [day = ""]) => a.startsAgain === day],
  [/^(.+) is asked for (.+) for this week\./, (a, parts, _, key) => planned(true)(a, parts, key)],
  [/^(.+) is asked for (.+) from here on\./, (a, parts, _, key) => planned(false)(a, parts, key)],
  [/^(.+) takes the place of (.+) for this week\.$/, (a, parts, _, key) => swapped(true)(a, parts, key)],
  [/^(.+) takes the place of (.+) from here on\.$/, (a, parts, _, key) => swapped(false)(a, parts, key)],
  [/^(.+) is left out for this week\.$/, (a, parts, _, key) => leftOut(true)(a, parts, key)],
  [/^(.+) is left out from here on\.$/, (a, parts, _, key) => leftOut(false)(a, parts, key)],
  [
    /^(One week is|\d+ weeks are) added after the last(?:\.|: week \d+, which has begun, is an added one already\.)$/,
    (a, [n = ""], b) => a.total === b.total + (Number.parseInt(n, 10) || 1),
  ],
  [/^The weeks go on from <(.+)>\.$/, (a, [day = ""]) => a.days.has(day) && !a.days.has(addDays(day, -1))],
  [
    /^The protocol ends today, <(.+)>: from today/,
    (a, [day]) => a.today === day && a.isEnded && daysAhead(a).length === 0,
  ],
  [/^(Follow-ups stay planned|There are no follow-ups)\.$/, ({ isEnded }) => isEnded],
  [/^From here on it is as if that decision had not been made/, () => true],
  [/^Weeks? (\d+)(?: to (\d+))?: /, (a, [n, m], b) => range(n, m).every((week) => asksOf(a, week) !== asksOf(b, week))],
  [/^Weeks? (\d+)(?: to (\d+))? waits?\.$/, (a, [n]) => a.waitsFor === Number(n)],
  [/^The end date moves from <(.+)> to <(.+)>\.$/, (a, [from, to], b) => b.lastDay === from && a.lastDay === to],
  [/^The end date becomes <(.+)>\.$/, (a, [to], b) => b.lastDay === null && a.lastDay === to],
  [/^The end date, <(.+)>, becomes open\.$/, (a, [from], b) => b.lastDay === from && a.lastDay === null],
  [/^The last week ends on <(.+)>\.$/, (a, [to], b) => b.isEnded && a.lastDay === to],
  [/^(\d+) weeks in 3 phases\.$/, (a, [n]) => a.inVersion === Number(n)],
  [/^Week (\d+) lies past its last week, so the path ends/, (a, [n]) => is(a, a.lastDay ?? "", n) && is(a, a.today, n)],
  [/^Nothing differs in the weeks from here\.$/, (a, _, b) => JSON.stringify(daysOf(a)) === JSON.stringify(daysOf(b))],
  [/^Assessments fall due on other days\.$/, () => true],
  [/^The weeks go on\.$/, (a, _, b) => b.isEnded && !a.isEnded && a.lastDay === null],
];

const daysOf = (oracle: Oracle) => daysAhead(oracle).map(({ day, week, asks }) => [day, week, [...asks].sort()]);
const is = (oracle: Oracle, day: string, week: string | undefined) => oracle.days.get(day)?.week === Number(week);
const range = (from: string | undefined, to: string | undefined) =>
  Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => Number(from) + i);

/** What a week asks for the first time from today on, with a date or without. */
const asksOf = (oracle: Oracle, week: number): string | undefined => {
  const first = daysAhead(oracle).find((one) => one.week === week);
  return first
    ? JSON.stringify([week, [...first.asks].sort()])
    : oracle.waiting.find((text) => JSON.parse(text)[0] === week);
};

const keys = (version: ProtocolVersion) => (title: string) =>
  version.exercises.find((one) => one.title === title)?.key ?? `unknown: ${title}`;

/** The words that are not true of the path today; sentences without a claim are among them. */
export function untrueWords(version: ProtocolVersion, oracle: Oracle, words: readonly string[]): string[] {
  return words.filter((sentence) => {
    const claim = claims.find(([shape]) => shape.test(sentence));
    return !claim?.[1](oracle, (claim[0].exec(sentence) ?? []).slice(1), keys(version));
  });
}

/** The facts before a change that are not true of the path with it. */
export function untrueFacts(
  version: ProtocolVersion,
  before: Oracle,
  after: Oracle,
  said: readonly string[],
): string[] {
  return said.filter((sentence) => {
    const fact = facts.find(([shape]) => shape.test(sentence));
    return !fact?.[1](after, (fact[0].exec(sentence) ?? []).slice(1), before, keys(version));
  });
}
