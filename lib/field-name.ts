const mark = "f-";
const shift = 7;

/**
 * A field's name as a client's page has it: browsers file what is typed under names, and offer it on other sites, so that
 * a name must not say what was written. Not a secret: only unreadable to whoever looks through a browser's lists.
 */
export const quietName = (name: string): string =>
  mark +
  Array.from(new TextEncoder().encode(name), (byte) => ((byte + shift) % 256).toString(16).padStart(2, "0")).join("");

/** The name as actions know it, whichever way it was sent. */
export function plainName(name: string): string {
  const [, code] = /^f-((?:[0-9a-f]{2})+)$/.exec(name) ?? [];
  if (!code) return name;
  const bytes = (code.match(/../g) ?? []).map((pair) => (Number.parseInt(pair, 16) + 256 - shift) % 256);
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
