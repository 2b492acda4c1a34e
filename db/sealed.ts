import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { describeError, log } from "./log";

/** Keys that open sealed words. The first one seals. */
export type KeyRing = { readonly writing: string; readonly keys: ReadonlyMap<string, Buffer> };

/** Where a sealed value stands. It opens nowhere else. */
type SealPlace = { practiceId: string; table: string; column: string; rowId: string };

const aad = ({ practiceId, table, column, rowId }: SealPlace) =>
  Buffer.from(`${practiceId}|${table}|${column}|${rowId}`);

/** Reads "k2:<base64>,k1:<base64>": 32-byte keys, the first writes, all read. Throws on anything else. */
export function readKeyRing(setting: string): KeyRing {
  const keys = new Map<string, Buffer>();
  for (const part of setting.split(",")) {
    const [id, encoded] = part.trim().split(":");
    const key = Buffer.from(encoded ?? "", "base64");
    if (!id || !/^[a-z0-9]{1,16}$/.test(id) || key.length !== 32) {
      throw new Error("Each seal key is a short name, a colon, and 32 bytes in base64.");
    }
    keys.set(id, key);
  }
  const [writing] = keys.keys();
  if (!writing) throw new Error("There must be one seal key at least.");
  return { writing, keys };
}

/** Whether a setting reads as keys. */
export function isKeyRing(setting: string): boolean {
  try {
    readKeyRing(setting);
    return true;
  } catch {
    return false;
  }
}

const ringKey = Symbol.for("nearer.key-ring");

/** One ring per process, not per bundle: Next may load this file more than once. */
const shared = globalThis as unknown as { [ringKey]?: KeyRing };

/** Given once when the process starts, by whoever read the settings. */
export function holdKeyRing(next: KeyRing): void {
  shared[ringKey] = next;
}

function currentRing(): KeyRing {
  const ring = shared[ringKey];
  if (!ring) throw new Error("No seal keys were given to this process.");
  return ring;
}

function seal(words: string, place: SealPlace, ring = currentRing(), id = ring.writing): string {
  const key = ring.keys.get(id);
  if (!key) throw new Error("The writing key is not in the ring.");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(aad(place));
  const body = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return `s1.${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

function open(sealed: string, place: SealPlace, ring = currentRing()): string {
  const [version, keyId, encoded] = sealed.split(".");
  const key = keyId ? ring.keys.get(keyId) : undefined;
  if (version !== "s1" || !key || !encoded) throw new Error("This value was sealed with a key that is not here.");
  const bytes = Buffer.from(encoded, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(aad(place));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

const checkWords = "Nearer";
const checkPlace = (id: string): SealPlace => ({ practiceId: "all", table: "seal_key", column: "check", rowId: id });

/** By which a key is known again, without anything that a person wrote. */
export const checkValue = (ring: KeyRing, id: string): string => seal(checkWords, checkPlace(id), ring, id);

export function opensCheckValue(ring: KeyRing, id: string, value: string): boolean {
  try {
    return open(value, checkPlace(id), ring) === checkWords;
  } catch {
    return false;
  }
}

/** The key by which this process seals. */
export const writingKey = (): string => currentRing().writing;

/** The beginning of every value that a key sealed. */
export const sealedBy = (key: string): string => `s1.${key}.`;

/** A column whose values are sealed. `Row` is what of a row its values are bound to, beside the practice. */
export type SealedColumn<Row = { id: string }> = {
  readonly table: string;
  readonly column: string;
  seal(words: string, row: Row & { practiceId: string }): string;
  /** Throws where it does not open: for who asks whether a key fits. */
  open(sealed: string, row: Row & { practiceId: string }): string;
  /** Nothing written is nothing sealed. */
  sealOrNull(words: string | null | undefined, row: Row & { practiceId: string }): string | null;
  /** Undefined where it does not open any more. */
  ifOpens(sealed: string, row: Row & { practiceId: string }): string | undefined;
  /** For pages and commands: a value that does not open costs itself alone. Words say so in their place. */
  read(sealed: string, row: Row & { practiceId: string }): string;
  readOrNull(sealed: string | null, row: Row & { practiceId: string }): string | null;
  /** What was kept as JSON; undefined where it does not open any more. */
  readJson(sealed: string, row: Row & { practiceId: string }): unknown;
};

/** Stands on a page where words do not open any more: damaged, or sealed with a key that is lost. */
export const unreadable = "(These words cannot be opened any more.)";

/**
 * Declared once, beside its table. The two names are part of every sealed value: they stay when the column is renamed,
 * or what was sealed before never opens again.
 */
export function sealedColumn(table: string, column: string): SealedColumn;
export function sealedColumn<Row>(table: string, column: string, nameOf: (row: Row) => string): SealedColumn<Row>;
export function sealedColumn(table: string, column: string, nameOf = ({ id }: { id: string }) => id): SealedColumn {
  const placeOf = (row: { practiceId: string; id: string }): SealPlace => ({
    practiceId: row.practiceId,
    table,
    column,
    rowId: nameOf(row),
  });
  const tried = (sealed: string, row: { practiceId: string; id: string }): string | undefined => {
    try {
      return open(sealed, placeOf(row));
    } catch (error) {
      log.error(
        { ...describeError(error), column: `${table}.${column}`, row: nameOf(row) },
        "a sealed value is damaged",
      );
      return undefined;
    }
  };
  return {
    table,
    column,
    seal: (words, row) => seal(words, placeOf(row)),
    open: (sealed, row) => open(sealed, placeOf(row)),
    sealOrNull: (words, row) => (words ? seal(words, placeOf(row)) : null),
    ifOpens: tried,
    read: (sealed, row) => tried(sealed, row) ?? unreadable,
    readOrNull: (sealed, row) => (sealed ? (tried(sealed, row) ?? unreadable) : null),
    readJson: (sealed, row) => {
      const words = tried(sealed, row);
      return words === undefined ? undefined : JSON.parse(words);
    },
  };
}
