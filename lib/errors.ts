/** Nothing there, or nothing there for this person: the two are never told apart. */
export class NotFound extends Error {
  override readonly name = "NotFound";
  constructor() {
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
