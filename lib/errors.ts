/** Nothing there, or nothing there for this person: the two are never told apart, by a `sentence` neither. */
export class NotFound extends Error {
  override readonly name = "NotFound";
  constructor(readonly sentence?: string) {
    super("not found");
  }
}

/** The role may not do this at all. The sentence may be shown. */
export class Forbidden extends Error {
  override readonly name = "Forbidden";
}

/** A rule of the practice says no. The sentence names what to do and is written to be shown. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(
    sentence: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(sentence);
  }
}

/**
 * The database gives no answer: too many ask at once, it is not there, or its disk is full. Nothing was done, unless it
 * fell silent while what had been done was being kept: then nobody can say.
 */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  constructor(
    readonly why: "busy" | "away" | "full",
    readonly code: string,
    readonly isUnsure = false,
  ) {
    super(`the database is ${why}`);
  }

  /** By its name: the pool is one for the process, a build has this module more than once, and either may have made it. */
  static override [Symbol.hasInstance](one: unknown): boolean {
    return one instanceof Error && one.name === "Unavailable" && "why" in one;
  }
}
