import { z } from "zod";
import { type Limit, limits } from "../limits";
import { optionalWords, wordsUpTo } from "../written-words";
import { readAddress } from "./email-address";
import { passwordLength } from "./password-rule";

/** A typed e-mail address, strict, in small letters. */
export const emailShape = z.string({ error: "Write an e-mail address." }).transform((typed, context) => {
  const reading = readAddress(typed);
  if ("address" in reading) return reading.address;
  context.issues.push({ code: "custom", message: reading.problem, input: typed });
  return z.NEVER;
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const controls = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const noControls = (text: string | null): boolean => text === null || !controls.test(text);
const hidden = "Take out the sign that cannot be shown.";

/** One line of a person's words: nothing that hides or turns text around. */
export const lineShape = (limit: Limit, missing: string) => wordsUpTo(limit, missing).refine(noControls, hidden);

/** The same where it may be left out. */
export const optionalLine = (limit: Limit) => optionalWords(limit).refine(noControls, hidden);

export const nameShape = lineShape("personName", "Write the name.");

/** A password as typed. Whether it is good is the password rule's to say; this bounds the work. */
export const typedPassword = z
  .string({ error: "Write a password." })
  .min(1, { error: "Write a password." })
  .max(passwordLength.most * 2, { error: "Use 256 characters or fewer." });

/** A code as typed: six digits, or a recovery code with or without its dashes. */
export const typedCode = z
  .string({ error: "Write the code." })
  .trim()
  .min(1, { error: "Write the code." })
  .max(limits.code, { error: "A code is six digits, or a recovery code of sixteen letters and digits." });

/** A token of a link or a cookie: 32 bytes in base64url. */
export const tokenShape = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const staffRoleShape = z.enum(["owner", "supervisor", "therapist"], { error: "Choose a role." });
