/** RFC 6238 as every authenticator app understands it: SHA-1, six digits, thirty seconds. */
export const totpShape = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** How many steps a phone's clock may be ahead or behind. */
export const totpWindow = 1;

/** The number of the 30-second step that `now` falls in, counted from 1970 (RFC 6238, section 4.2). */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / totpShape.period);

/** So many wrong codes in a row end the codes of the app, as NIST SP 800-63B (5.2.2) asks: guessing would never end otherwise. */
export const MOST_WRONG_CODES = 100;

export const lockedWords =
  "After a hundred wrong codes in a row the codes of your app are locked. Use one of your recovery codes: it opens them again.";

/** Six digits, however they were spaced. Undefined when it is something else. */
export function readTotpCode(typed: string): string | undefined {
  const digits = typed.replace(/\s/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/** The key as a person types it into an app: groups of four. */
export const spacedKey = (base32: string): string => base32.replace(/(.{4})(?=.)/g, "$1 ");
