import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import { Refused } from "@/lib/errors";
import { contextWords, normalPassword, type PasswordContext, passwordProblem } from "@/lib/identity/password-rule";

/** Argon2id is this library's default. OWASP's floor: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), cost);

let decoy: Promise<string> | undefined;

/**
 * Does the password fit? Without a hash the same work is done against one that nothing fits, so that an unknown
 * account takes as long as a known one.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored ?? (await decoy), normalPassword(password));
  return fits && typeof stored === "string";
}

let estimator: ZxcvbnFactory | undefined;

/** Loaded at the first use: the dictionaries are large and most requests never need them. */
function estimate(password: string, words: string[]): number {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return estimator.check(password.slice(0, 100), words).score;
}

/** Throws Refused on the field `password` when the password is short, common or made of the person's own words. */
export function refuseWeakPassword(password: string, context: PasswordContext): void {
  const problem =
    passwordProblem(password, context) ??
    (estimate(normalPassword(password), contextWords(context)) < 3
      ? "This is among the first that a guesser tries. Four words that do not belong together work well."
      : undefined);
  if (problem) throw new Refused("Choose another password.", { password: problem });
}
