/**
 * A name on as many lines of `room` characters as it needs, two at most, broken between words. What is longer ends in
 * an ellipsis; the table twin has it whole.
 */
export function nameLines(name: string, room: number): string[] {
  const [first = "", ...rest] = name.split(" ");
  let line = first;
  while (rest[0] !== undefined && `${line} ${rest[0]}`.length <= room) line += ` ${rest.shift()}`;
  const second = rest.join(" ");
  return second ? [clip(line, room), clip(second, room)] : [clip(line, room)];
}

const clip = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
