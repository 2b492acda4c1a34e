import { z } from "zod";
import { sameWords, type Words } from "@/lib/drafts/draft";
import { Refused } from "@/lib/errors";

/** What a form says of the words that it changes: the revision that its page showed, or that its person was told of since. */
export const seenFields = { seen: z.string().max(20).optional(), instead: z.string().max(20).optional() };
type Seen = { seen?: string | undefined; instead?: string | undefined };

/** The same words have the same revision (FNV-1a): it says that something changed, and is no secret. */
export function revisionOfWords(words: Words): string {
  const text = JSON.stringify(Object.entries(words).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}

/** Longer words are read where they stand. */
const shown = 600;

/**
 * Nothing takes the place of words that whoever writes has not seen. Refused, each field says what stands there now, and their own
 * words stay in it; sending once more says that they know.
 */
export function requireSeen(standing: Words, said: Words, { seen, instead }: Seen): void {
  const now = revisionOfWords(standing);
  const known = instead ?? seen;
  if (known === undefined || known === now || sameWords(standing, said)) return;
  const changed = Object.entries(standing).filter(([name, value]) => value !== said[name]);
  throw new Refused(
    "Somebody has saved other words here since you opened this page. Yours are still in their fields. To put them in the place of what stands now, save once more.",
    {
      ...Object.fromEntries(changed.map(([name, value]) => [name, `It says now: ${quoted(value)}`])),
      instead: now,
    },
  );
}

const quoted = (value: string): string =>
  value.length > shown
    ? `“${value.slice(0, shown).trim()}…” Open this page in a second tab to read all of it.`
    : `“${value}”`;
