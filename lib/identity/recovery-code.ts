/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and copied by hand. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export const recoveryCodeCount = 10;
/** Ten random bytes make one code: 80 bits. */
export const recoveryCodeBytes = 10;

/** A recovery code from ten random bytes: sixteen signs in four groups, such as "4k2m-9xq0-…". Throws RangeError on another length. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== recoveryCodeBytes) throw new RangeError("a recovery code is made of ten bytes");
  let signs = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      signs += alphabet[(held >> bits) & 31] ?? "";
    }
    held &= (1 << bits) - 1;
  }
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/**
 * What a person typed, brought to the one form that is compared: small letters, no spaces or dashes, O read as 0,
 * I and L as 1. Undefined when it cannot be a recovery code.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = typed
    .toLowerCase()
    .replace(/[\s\-–—]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  const isCode = plain.length === 16 && [...plain].every((sign) => alphabet.includes(sign));
  return isCode ? plain : undefined;
}
