import { minus } from "@/lib/signed";

/** What somebody may have meant by what they typed. Two readings: only they can say which. */
export type Reading =
  | { readonly kind: "empty" | "none" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "either"; readonly fraction: number; readonly thousands: number };

/** As much as a number of a page keeps exactly. */
const mostDigits = 15;

const fractions: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** A digit of any script. Unicode keeps those of a script together, from nought to nine. */
function plainDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let zero = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((at - zero) % 10);
}

/**
 * A number as people write it, with the digits of any script: "1,5" and "1.5", "1 000" and "1’000", "2½", "−3". Where one mark
 * stands before three digits, as in "1,500", it may part thousands or begin a fraction: both are answered. What computers alone
 * write is none.
 */
export function readNumber(typed: string): Reading {
  const text = typed
    .trim()
    .replace(/[\u00a0\u2007\u2009\u202f]/g, " ")
    .replace(/[’‘٬]/g, "'")
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/[٫，]/g, ",")
    .replace(/．/g, ".")
    .replace(/^[\p{Pd}−]/u, "-");
  if (text === "") return { kind: "empty" };
  const [, sign = "", rest = ""] = /^([+-]? ?)(.*)$/.exec(text) ?? [];
  const isNegative = sign.startsWith("-");
  const read = unsigned(rest);
  const signed = (value: number) => (isNegative && value !== 0 ? -value : value);
  if (read.kind === "number") return { kind: "number", value: signed(read.value) };
  if (read.kind === "either")
    return { kind: "either", fraction: signed(read.fraction), thousands: signed(read.thousands) };
  return { kind: "none" };
}

function unsigned(text: string): Reading {
  const [, whole = "", part = ""] = /^(.*?) ?([½¼¾])$/.exec(text) ?? [];
  const added = fractions[part];
  if (added !== undefined) {
    if (whole === "") return { kind: "number", value: added };
    const before = unsigned(whole);
    return before.kind === "number" && Number.isInteger(before.value)
      ? { kind: "number", value: before.value + added }
      : { kind: "none" };
  }
  if (text.replace(/\D/g, "").length > mostDigits) return { kind: "none" };
  // A comma, a point, or either of them after thousands that something else parts.
  const plain = /^(\d*)(?:([.,])(\d*))?$/.exec(text);
  if (plain) return withOneMark(plain[1] ?? "", plain[2] ?? "", plain[3] ?? "");
  const parted = /^(\d{1,3})(?:([ '])\d{3}(?:\2\d{3})*|([.,])\d{3}(?:\3\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  if (!parted || (parted[3] !== undefined && parted[3] === parted[4])) return { kind: "none" };
  const end = parted[5] === undefined ? text.length : text.length - parted[5].length - 1;
  return { kind: "number", value: Number(`${text.slice(0, end).replace(/\D/g, "")}.${parted[5] ?? "0"}`) };
}

function withOneMark(before: string, mark: string, behind: string): Reading {
  if (before === "" && behind === "") return { kind: "none" };
  const value = Number(`${before || "0"}.${behind || "0"}`);
  const mayPart = mark !== "" && behind.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return mayPart ? { kind: "either", fraction: value, thousands: Number(before + behind) } : { kind: "number", value };
}

/** What a field takes: the least and the most, if there are such, and whether parts of a number do. */
export type NumberBounds = {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly isWhole?: boolean | undefined;
};

const fits = (value: number, { least, most, isWhole }: NumberBounds): boolean =>
  (least === undefined || value >= least) &&
  (most === undefined || value <= most) &&
  (!isWhole || Number.isInteger(value));

/** "from 1 to 26", "5 or more", "26 or less": nothing where every number does. */
function betweenWords({ least, most }: NumberBounds): string {
  if (least !== undefined && most !== undefined) return `from ${shown(least)} to ${shown(most)}`;
  if (least !== undefined) return `of ${shown(least)} or more`;
  return most === undefined ? "" : `of ${shown(most)} or less`;
}

/** Said before anything is typed: "A whole number from 1 to 26." */
export const boundsWords = (bounds: NumberBounds): string =>
  `${[bounds.isWhole ? "A whole number" : "A number", betweenWords(bounds)].filter(Boolean).join(" ")}.`;

/** As people read it: no group of digits that could be a fraction. */
export const shown = (value: number): string => minus(value);

/**
 * The number of a field, null when it is empty, or a sentence that asks back. Of two readings the one that fits is meant; if
 * both do, the person is asked.
 */
export function numberIn(
  typed: string,
  bounds: NumberBounds = {},
): { value: number | null } | { problem: string; isAsked?: true } {
  const read = readNumber(typed);
  if (read.kind === "empty") return { value: null };
  if (read.kind === "number" && fits(read.value, bounds)) return { value: read.value };
  if (read.kind === "either") {
    const meant = [read.fraction, read.thousands].filter((one) => fits(one, bounds));
    const [only, other] = meant;
    if (only !== undefined && other === undefined) return { value: only };
    if (only !== undefined)
      return {
        isAsked: true,
        problem: `Did you mean ${shown(read.thousands)}, or ${wordy(read.fraction)}? Write ${shown(read.thousands)} or ${tidy(read.fraction)}.`,
      };
  }
  const kind = bounds.isWhole ? "whole number" : "number";
  const between = betweenWords(bounds);
  const example = between || bounds.isWhole ? "" : ", such as 7 or 2.5";
  return { problem: `Write a ${[kind, between].filter(Boolean).join(" ")}${example}.` };
}

/** Two digits behind the mark at most, or four: three are what had to be asked about. */
const tidy = (value: number): string => {
  const text = shown(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
};

const wordy = (value: number): string => {
  const [whole = "", part = ""] = shown(value).split(".");
  return part ? `${whole} point ${part}` : `${whole} with nothing behind the point`;
};
