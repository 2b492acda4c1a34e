export const passwordLength = { least: 12, most: 256 } as const;

/** Whose password it is: words that somebody who knows the person would try first. */
export type PasswordContext = {
  readonly name: string;
  readonly email: string;
  readonly practiceName: string;
};

const ownWords = ["nearer", "password", "therapy", "therapist", "counselling", "counseling", "practice"];

/** The words of a context, small letters, three letters or longer, longest first. */
export function contextWords({ name, email, practiceName }: PasswordContext): string[] {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const words = [name, practiceName, local, domain].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const joined = [name, practiceName].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const all = [...ownWords, ...words, ...joined].filter((word) => word.length >= 3);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** One form for storing and comparing: the same letters however a keyboard composes them (NIST SP 800-63B, 3.1.1.2). */
export const normalPassword = (password: string): string => password.normalize("NFKC");

/**
 * The sentence that says why a password is refused, or undefined when this rule has nothing against it. Length 12 to
 * 256, no rules of composition (NIST SP 800-63B-4, 3.1.1.2), and more than the person's own words.
 * Common passwords are refused elsewhere: their dictionary is too large for this box.
 */
export function passwordProblem(password: string, context: PasswordContext): string | undefined {
  const normal = normalPassword(password);
  const { length } = [...normal];
  if (length < passwordLength.least)
    return `Use ${passwordLength.least} characters or more. Four words that do not belong together work well.`;
  if (normal.length > passwordLength.most) return "Use 256 characters or fewer.";
  let rest = normal.toLowerCase();
  for (const word of contextWords(context)) rest = rest.replaceAll(word, "");
  const kept = [...rest].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  const touched = rest !== normal.toLowerCase();
  if (touched && kept.length < 8) {
    return "This is mostly your name, e-mail or practice. Choose words that nobody would connect with you.";
  }
  return undefined;
}
