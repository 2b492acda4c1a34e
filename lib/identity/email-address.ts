const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

export type AddressReading = { readonly address: string } | { readonly problem: string };

/**
 * Reads an e-mail address strictly: one plain @, an unquoted local part, a domain of letters, digits and hyphens with
 * a dot. Quoted local parts, comments, lists, line ends and look-alike signs are not addresses here: mail programs
 * disagree about them, and a message could reach somebody else. RFC 5321 lengths: 64 and 254.
 * @returns the address in small letters, or the sentence to show.
 */
export function readAddress(typed: string): AddressReading {
  const text = typed.trim();
  if (text === "") return { problem: "Write an e-mail address, such as alma@example.org." };
  if (/[^\x20-\x7e]/.test(text)) {
    return { problem: "Write the address with plain letters only. One sign in it is not what it looks like." };
  }
  if (/[\s,;:"()<>[\]\\]/.test(text)) return { problem: "Write one address alone, without quotes, commas or spaces." };
  const [name = "", domain = "", ...more] = text.split("@");
  if (more.length > 0) return { problem: "There is more than one @ in this address." };
  if (!text.includes("@")) return { problem: "Add the @ and what follows it, such as @example.org." };
  if (!local.test(name) || name.length > 64) return { problem: "Check the part before the @." };
  const labels = domain.split(".");
  if (labels.length < 2) return { problem: "Add the part after the dot, such as .com." };
  const last = labels.at(-1) ?? "";
  const isDomain = labels.every((part) => label.test(part)) && /[a-z]/i.test(last) && last.length >= 2;
  if (!isDomain || text.length > 254) return { problem: "Check the part after the @." };
  return { address: text.toLowerCase() };
}
