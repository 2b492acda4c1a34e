import { isNamed, plainly } from "@/lib/clients/name-search";

/** What somebody on the caseload can be found by. */
export type Findable = { name: string; recordNumber: number; email: string | null; partnerName: string | null };

/**
 * Whom a search finds: by name, partner, address or the number of the record. Only where it finds nobody, those whose name or
 * partner it comes near to: a slip of one letter, of two in long words. Order stays as it was.
 */
export function searched<T>(
  people: readonly T[],
  search: string,
  of: (one: T) => Findable,
): { found: T[]; isNear: boolean } {
  const exact = people.filter((one) => isFound(of(one), search));
  if (exact.length > 0 || !mayComeNear(search)) return { found: exact, isNear: false };
  const near = people.filter((one) => comesNear(of(one), search));
  return { found: near, isNear: near.length > 0 };
}

/** Of fewer letters a slip could be anybody. */
export const mayComeNear = (search: string): boolean => plainly(search).length >= 4;

/** The number of a record that a search is; null for any other. */
export function numberIn(search: string): number | null {
  const number = /^#?\s*(\d{1,7})$/.exec(search.trim())?.[1];
  return number === undefined ? null : Number(number);
}

function isFound({ name, recordNumber, email, partnerName }: Findable, search: string): boolean {
  const number = numberIn(search);
  if (number !== null) return number === recordNumber;
  if (isNamed(name, search) || (partnerName !== null && isNamed(partnerName, search))) return true;
  return email !== null && search.includes("@") && email.toLowerCase().includes(plainly(search));
}

/** Whether a name or the partner’s is what was searched for but for a slip or two. */
export function comesNear({ name, partnerName }: Pick<Findable, "name" | "partnerName">, search: string): boolean {
  const words = plainly(search).split(/\s+/);
  return [name, partnerName ?? ""].some((one) => {
    const own = plainly(one).split(/[\s-]+/);
    return words.every((word) => own.some((part) => isSlipOf(word, part)));
  });
}

const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Whether `typed` is `meant`, or the beginning of it, but for a slip or two. */
function isSlipOf(typed: string, meant: string): boolean {
  const most = slipsIn(typed);
  // Cheap, and true of nearly everybody: more letters are strange to the name than slips could bring.
  if (strangeIn(typed, meant) > most) return false;
  const lengths = Array.from({ length: 2 * most + 1 }, (_, i) => typed.length - most + i);
  return lengths.some((length) => length > 0 && slips(typed, meant.slice(0, length)) <= most);
}

const strangeIn = (typed: string, meant: string): number => {
  let count = 0;
  for (const letter of typed) if (!meant.includes(letter)) count += 1;
  return count;
};

/** Letters added, left out, changed, or two that changed places (optimal string alignment). */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap));
    }
  }
  return at(a.length, b.length);
}
