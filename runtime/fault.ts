/** A sentence that a person reads: what is wrong, and what to do about it. */
export class Fault extends Error {
  override name = "Fault";
}

/** The error code of Node and PostgreSQL errors (`ENOSPC`, `28P01`), or an empty string. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Turns the faults of a machine (full disk, no permission) into a sentence; anything else comes back as it is. */
export function inPlainWords(error: unknown): Fault | unknown {
  if (error instanceof Fault) return error;
  const text = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  const where = typeof error === "object" && error !== null && "path" in error ? ` (${String(error.path)})` : "";
  if (code === "ENOSPC" || code === "53100" || /no space left on device/i.test(text)) {
    return new Fault(
      `The disk is full${where}. Free some space and start Nearer again; nothing that was saved is lost.`,
    );
  }
  if (code === "EDQUOT") return new Fault(`The disk quota is used up${where}. Free some space and start Nearer again.`);
  if (code === "EROFS") {
    return new Fault(`This place is read-only${where}. Set NEARER_DATA_DIR to a directory that can be written.`);
  }
  // A database says the same words about its own grants, with a code: they are not about this machine's directories.
  const isOfMachine = code === "" && /permission denied/i.test(text);
  if (code === "EACCES" || code === "EPERM" || isOfMachine) {
    return new Fault(
      `Nearer has no permission here${where}. Start it as the user who owns the directory, or set NEARER_DATA_DIR to a directory of yours.`,
    );
  }
  return error;
}
