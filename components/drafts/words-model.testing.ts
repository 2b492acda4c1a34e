import type { Draft } from "@/lib/drafts/draft";

/** What was sent as a form, by the id of its page. */
export type Saved = { id: number; text: string };

export const textOf = (words: Readonly<Record<string, string>> | null | undefined) => words?.text ?? "";
export const tokens = (text: string) => text.split(" ").filter(Boolean);

/** What a page called saved, or what was typed at all, and is nowhere once every device is back with a network. */
export function lost(
  { stands, aside }: Draft,
  records: readonly Saved[],
  called: ReadonlySet<string>,
  typed: ReadonlySet<string>,
): string[] {
  const kept = [...records.map(({ text }) => text), ...[stands, ...aside].map((one) => textOf(one?.words))];
  const there = new Set(kept.flatMap(tokens));
  return [...typed]
    .filter((token) => !there.has(token))
    .map((token) => `${token} was ${called.has(token) ? "called saved" : "typed"} and is lost`);
}

/** What stands twice, or was recorded twice. */
export function doubled({ stands, aside }: Draft, records: readonly Saved[]): string[] {
  const sent = records.flatMap(({ text }) => tokens(text));
  const twice = sent.filter((token, i) => sent.indexOf(token) !== i).map((token) => `${token} was recorded twice`);
  const texts = [stands, ...aside].flatMap((one) => (one ? [textOf(one.words)] : []));
  const beside = texts.filter((text, i) => texts.indexOf(text) !== i).map((text) => `"${text}" stands twice`);
  return [...twice, ...beside];
}
