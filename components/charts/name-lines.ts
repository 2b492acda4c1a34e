/**
 * A name on one line of `room` characters, or on two of about the same length, broken between words. What is longer
 * ends in an ellipsis; the table twin has it whole.
 */
export function nameLines(name: string, room: number): string[] {
  const words = name.split(" ");
  if (name.length <= room || words.length === 1) return [clip(name, room)];
  const breaks = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")] as const);
  const [first, second] = breaks.reduce((best, one) => (longest(one) < longest(best) ? one : best));
  return [clip(first, room), clip(second, room)];
}

const longest = ([first, second]: readonly [string, string]): number => Math.max(first.length, second.length);

const clip = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
