/** One place of a pattern: which single characters fit there, and how often. */
type Place = { fits: RegExp; least: number; most: number };

/** Ways to write an answer, each place after place. */
type PlainPattern = readonly (readonly Place[])[];

/** The longest pattern, and how often its places may be filled in all. With it no answer takes long, whatever is written. */
export const LONGEST_PATTERN = 200;
const MOST_FILLED = 600;
const ENDLESS = Number.POSITIVE_INFINITY;

const PLACE =
  /(\[\^?(?:\\.|[^\]\\])+\]|\\[dws]|\\[^\p{L}\p{N}]|\.|[^\\^$.|?*+()[\]{}])(?:([?*+])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})?/suy;

const signs: Readonly<Record<string, readonly [number, number]>> = {
  "?": [0, 1],
  "*": [0, ENDLESS],
  "+": [1, ENDLESS],
};

/**
 * A regular expression that is read place by place: characters, classes, how often, and whole alternatives. Null for every
 * other, such as one with groups or looks around: those can take for ever on a few letters, and are asked of nobody here.
 */
export function readPlainPattern(source: string): PlainPattern | null {
  if (source === "" || source.length > LONGEST_PATTERN) return null;
  const ways: Place[][] = [[]];
  let at = source.startsWith("^") ? 1 : 0;
  const end = /(?:^|[^\\])(?:\\\\)*\$$/.test(source) ? source.length - 1 : source.length;
  while (at < end) {
    if (source[at] === "|") {
      ways.push([]);
      at += 1;
      continue;
    }
    PLACE.lastIndex = at;
    const found = PLACE.exec(source);
    const place = found && placeOf(found);
    if (!found || !place) return null;
    ways.at(-1)?.push(place);
    at += found[0].length;
  }
  // An anchor binds one alternative, and the others would be read otherwise than they are meant.
  if (ways.length > 1 && (source.startsWith("^") || end < source.length)) return null;
  const filled = ways.flat().reduce((sum, { least, most }) => sum + (most === ENDLESS ? least + 1 : most), 0);
  return filled > MOST_FILLED || ways.some((way) => way.length === 0) ? null : ways;
}

function placeOf([, one = "", sign, least, comma, most]: RegExpExecArray): Place | null {
  try {
    const fits = new RegExp(`^${one}$`, "su");
    const [from, to] = sign
      ? (signs[sign] ?? [1, 1])
      : least === undefined
        ? [1, 1]
        : [Number(least), most === undefined ? (comma ? ENDLESS : Number(least)) : Number(most)];
    return from > to ? null : { fits, least: from, most: to };
  } catch {
    return null;
  }
}

/** Whether all of a text is written so. One character after another, with every place kept where it may stand. */
export const isWrittenSo = (pattern: PlainPattern, text: string): boolean =>
  pattern.some((way) => fitsWay(way, [...text]));

function fitsWay(way: readonly Place[], characters: readonly string[]): boolean {
  let states = reachable(way, new Map([[0, new Set([0])]]));
  for (const character of characters) {
    const next = new Map<number, Set<number>>();
    for (const [index, counts] of states) {
      const place = way[index];
      if (!place?.fits.test(character)) continue;
      // Beyond the least an endless place has nothing more to count.
      const cap = place.most === ENDLESS ? place.least : place.most;
      for (const count of counts) if (count < place.most) add(next, index, Math.min(count + 1, Math.max(cap, 1)));
    }
    if (next.size === 0) return false;
    states = reachable(way, next);
  }
  return states.has(way.length);
}

/** The same with every place that may be left from there. */
function reachable(way: readonly Place[], states: Map<number, Set<number>>): Map<number, Set<number>> {
  for (let index = 0; index < way.length; index += 1) {
    const least = way[index]?.least ?? 0;
    for (const count of states.get(index) ?? []) if (count >= least) add(states, index + 1, 0);
  }
  return states;
}

function add(states: Map<number, Set<number>>, index: number, count: number): void {
  const known = states.get(index) ?? new Set();
  known.add(count);
  states.set(index, known);
}
