import { isWrittenSo, readPlainPattern } from "@/lib/assessments/plain-pattern";
import { tooLongBy } from "@/lib/limits";
import { plural } from "@/lib/plural";

/** What words or a day may be that are written down, as the questionnaire says it. */
export type WrittenRule = {
  earliest?: string | undefined;
  latest?: string | undefined;
  shortest?: number | undefined;
  longest?: number | undefined;
  /** How an answer is written; read by `readPlainPattern`, which reads no pattern that could take for ever. */
  pattern?: string | undefined;
  /** An answer as it is written, or its form in letters. */
  example?: string | undefined;
};

const day = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );

function daysWords({ earliest, latest }: WrittenRule): string | null {
  if (earliest && latest) return `from ${day(earliest)} to ${day(latest)}`;
  if (earliest) return `on ${day(earliest)} or later`;
  return latest ? `on ${day(latest)} or earlier` : null;
}

/** Said before anything is written; null where everything may be. */
export function writtenWords(rule: WrittenRule): string | null {
  const days = daysWords(rule);
  const { shortest, longest, example } = rule;
  const length =
    shortest && longest
      ? `From ${shortest} to ${longest} characters.`
      : shortest
        ? `${shortest} ${plural(shortest, "character", "characters")} or more.`
        : longest
          ? `Up to ${longest} ${plural(longest, "character", "characters")}.`
          : null;
  const said = [days && `A day ${days}.`, length, example && `Like this: ${example}`].filter(Boolean);
  return said.length > 0 ? said.join(" ") : null;
}

/** Why what is written cannot be an answer, as a sentence that says what can; null when it can. */
export function writtenFault(rule: WrittenRule, value: string): string | null {
  const { earliest, latest, shortest, longest, pattern, example } = rule;
  if ((earliest && value < earliest) || (latest && value > latest)) return `Choose a day ${daysWords(rule)}.`;
  const length = [...value].length;
  if (longest && length > longest) return tooLongBy(length - longest, longest);
  if (shortest && length < shortest) return `Write ${shortest} ${plural(shortest, "character", "characters")} or more.`;
  const ways = pattern ? readPlainPattern(pattern) : null;
  if (!ways || isWrittenSo(ways, value)) return null;
  return example
    ? `Write it like this: ${example}`
    : "It is asked for in another form. Please look at the question again.";
}
