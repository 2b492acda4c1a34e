import { plainly } from "./name-search";

type Named = { name: string; email: string };

const inOrder = (name: string) =>
  plainly(name)
    .split(/[\s.,-]+/)
    .filter(Boolean)
    .toSorted();

/** What stands before the @, without marks that many mail houses do not read. */
const mailbox = (email: string) => (plainly(email).split("@")[0] ?? "").replace(/\+.*$/, "").replaceAll(/[._-]/g, "");

/** How many letters have to be put in, taken out or exchanged to make one word of the other. */
function steps(one: string, other: string): number {
  let before = [...other, ""].map((_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const row = [i + 1];
    for (const [j, against] of [...other].entries())
      row.push(Math.min((row[j] ?? 0) + 1, (before[j + 1] ?? 0) + 1, (before[j] ?? 0) + (letter === against ? 0 : 1)));
    before = row;
  }
  return before[other.length] ?? 0;
}

/** One slip in six letters, two at the most. */
const isNearly = (one: string, other: string) => {
  const length = Math.min(one.length, other.length);
  return length >= 5 && steps(one, other) <= Math.min(2, Math.floor(length / 6) + 1);
};

function ofNames(one: string, other: string): string | null {
  const [words, others] = [inOrder(one), inOrder(other)];
  const [whole, wholeOther] = [words.join(" "), others.join(" ")];
  if (whole === wholeOther) return "the same name";
  if (isNearly(whole, wholeOther)) return "nearly the same name";
  const [short, long] = words.length < others.length ? [words, others] : [others, words];
  return short.length > 0 && short.length < long.length && short.every((word) => long.includes(word))
    ? "one name is part of the other"
    : null;
}

function ofAddresses(one: string, other: string): string | null {
  const [box, otherBox] = [mailbox(one), mailbox(other)];
  if (box.length < 3 || otherBox.length < 3) return null;
  return box === otherBox || isNearly(plainly(one), plainly(other)) ? "nearly the same address" : null;
}

/** What makes two records look like those of one person, as words after “They have”; none where nothing does. */
export const likeness = (one: Named, other: Named): string[] =>
  [ofNames(one.name, other.name), ofAddresses(one.email, other.email)].flatMap((reason) => reason ?? []);
