import { randomUUID } from "node:crypto";
import { attacks } from "@/e2e/security/actions";
import { hostileWords } from "@/lib/hostile-words.testing";

/** Short enough for a name, which the others are not. */
const short = ["<svg onload=ran=1>", "<img src=x onerror=ran=1>", '"><script>ran=1</script>'];
export const corpus: readonly string[] = [...new Set([...hostileWords, ...short])];

/** Where words go, in a form that somebody who may would send: they begin with a capital letter, or nothing was written. */
const isWords = (name: string, value: string) =>
  (value === "" || /^[A-Z]/.test(value)) && !/^Europe\/|^A+$|^B+$/.test(value) && !/Id$|^on$|email/i.test(name);

/** What ends something for everybody: sent last, and not as often. */
const ends =
  /discharge|#end|end-couple|endCouple|erase|erasure|withdraw|setAccess|merge|separate|handOver|transfer|archive/i;

export type Deed = { name: string; form: Record<string, string>; words: string[]; isEnd: boolean };

type Ids = Record<string, string>;

/** Every action of the lists that takes words, aimed at these things; `decisions`: what its one further id may stand for. */
export function deedsAt(ids: Ids, decisions: readonly string[]): Deed[] {
  return Object.entries(attacks).flatMap(([name, attack]) => {
    const mark = randomUUID();
    const asks = Object.values(attack.form({ ...ids, decision: mark, fresh: randomUUID() } as never)).some((value) =>
      value.includes(mark),
    );
    return (asks ? decisions : [randomUUID()]).flatMap((decision) => {
      const form = attack.form({ ...ids, decision, fresh: randomUUID() } as never);
      const words = Object.keys(form).filter((field) => isWords(field, form[field] ?? ""));
      return words.length > 0 ? [{ name, form, words, isEnd: ends.test(name) }] : [];
    });
  });
}

/** The form with a word of the corpus in each of its fields for words, another one in every round, and ids of its own. */
export function filled({ form, words }: Deed, round: number): Record<string, string> {
  const anew = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, name === "id" ? randomUUID() : value]),
  );
  words.forEach((field, i) => {
    anew[field] = corpus[(round * 5 + i * 7) % corpus.length] ?? "";
  });
  return anew;
}
