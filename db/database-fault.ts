type Seen = { name?: string; message?: string; code?: unknown; constraint?: unknown; stack?: string };

/**
 * What is left of an error of the database. Its own holds the statement and the values that were in it, which whoever
 * prints an error would print: so it ends here, and what goes on is a code, a constraint's name and where it happened.
 */
export class DatabaseFault extends Error {
  override readonly name = "DatabaseFault";
  override readonly cause: { code: string | undefined; constraint: string | undefined };

  constructor(
    readonly code: string | undefined,
    readonly constraint: string | undefined,
    frames: string,
  ) {
    super(["The database refused", code, constraint].filter(Boolean).join(" "));
    this.cause = { code, constraint };
    this.stack = `${this.name}: ${this.message}\n${frames}`;
  }
}

/** The same error, unless it is one that carries a statement or values: then what is left of it. */
export function withoutContent(error: unknown): unknown {
  const outer = (error ?? {}) as Seen & { query?: unknown; severity?: unknown; cause?: Seen };
  const isOfDatabase = "query" in outer || (typeof outer.code === "string" && "severity" in outer);
  if (!isOfDatabase) return error;
  const inner = "query" in outer ? (outer.cause ?? {}) : outer;
  return new DatabaseFault(textOf(inner.code), textOf(inner.constraint), framesOf(outer));
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Where an error happened, line by line, without its message: a message may hold anything, also lines that begin with "at". */
export function framesOf({ stack = "", message = "" }: { stack?: string; message?: string }): string {
  const from = message === "" ? 0 : stack.indexOf(message);
  const frames = from < 0 ? "" : stack.slice(from + message.length);
  return frames
    .split("\n")
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .join("\n");
}
