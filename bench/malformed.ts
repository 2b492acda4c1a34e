import { randomUUID } from "node:crypto";

/** What somebody sends who does not use our pages. `fetch` takes it as it is. */
export type Payload = { kind: string; body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/** The same row of numbers for the same seed, so that what failed can be sent again. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Form = Record<string, string>;
const boundary = "----nearerproof";
const multipart = (fields: readonly (readonly [string, string])[], end = `--${boundary}--\r\n`): string =>
  fields
    .map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("") + end;
const asForm = { "content-type": `multipart/form-data; boundary=${boundary}` };
const asText = { "content-type": "text/plain;charset=UTF-8" };
const fieldsOf = (form: Form, first = '[{"status":"idle"},"$K1"]'): [string, string][] => [
  ...Object.entries(form).map(([name, value]): [string, string] => [`_1_${name}`, value]),
  ["0", first],
];

const nasty: readonly string[] = [
  "",
  "\0",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e308",
  "9".repeat(400),
  "0x0A",
  "[object Object]",
  "$undefined",
  "$1",
  "$K1",
  "$F1",
  "$@0",
  "$Q0",
  "$W0",
  "$B0",
  "$n99999999999999999999999999",
  "$D2026-99-99",
  "../../../../etc/passwd",
  "{{constructor.constructor('return process')()}}",
  "'; drop table message; --",
  "<script>window.ran=1</script>",
  "\ud800",
  "\u202e\u0000\ufeff",
  "a".repeat(70_000),
  "é".repeat(20_000),
  "00000000-0000-0000-0000-000000000000",
  "2026-02-30",
  "9999999-12-31",
  "true",
  '{"__proto__":{"isAdmin":true}}',
  "[".repeat(3_000),
];
const names = [
  "__proto__",
  "constructor",
  "constructor.prototype",
  "$ACTION_ID_x",
  "$ACTION_1:0",
  "toString",
  "id[]",
  "items[0][a]",
  "$whose",
  "__proto__[]",
];

const kinds: Record<string, (form: Form, pick: <T>(of: readonly T[]) => T) => Omit<Payload, "kind">> = {
  "a field with something else in it": (form, pick) => {
    const field = pick(Object.keys(form).length > 0 ? Object.keys(form) : ["id"]);
    return { body: multipart(fieldsOf({ ...form, [field]: pick(nasty) })), headers: asForm };
  },
  "a field too many": (form, pick) => ({
    body: multipart([...fieldsOf(form), [`_1_${pick(names)}`, pick(nasty)]]),
    headers: asForm,
  }),
  "a field twice": (form, pick) => {
    const field = pick(Object.keys(form).length > 0 ? Object.keys(form) : ["id"]);
    return { body: multipart([[`_1_${field}`, pick(nasty)], ...fieldsOf(form)]), headers: asForm };
  },
  "nothing of the form": () => ({ body: multipart(fieldsOf({})), headers: asForm }),
  "another state before it": (form, pick) => ({
    body: multipart(
      fieldsOf(
        form,
        pick([
          '"$K1"',
          "[]",
          "{}",
          "null",
          '["$K1"]',
          '[{"status":"done"},"$K9"]',
          '[{"then":"$F1"},"$K1"]',
          '["$Q1","$W1"]',
          '[{"a":"$0:then"},"$K1"]',
          "[".repeat(5_000),
          '[{"__proto__":{"status":"done"}},"$K1"]',
          "not json at all",
        ]),
      ),
    ),
    headers: asForm,
  }),
  "a form cut off": (form, pick) => {
    const whole = multipart(fieldsOf(form));
    return { body: whole.slice(0, Math.floor(whole.length * pick([0.1, 0.5, 0.9]))), headers: asForm };
  },
  "a form without its boundary": (form) => ({
    body: multipart(fieldsOf(form)),
    headers: { "content-type": "multipart/form-data" },
  }),
  "another boundary": (form) => ({
    body: multipart(fieldsOf(form)),
    headers: { "content-type": 'multipart/form-data; boundary="x"; boundary=y' },
  }),
  "words instead of a form": (_, pick) => ({
    body: pick(['["$K1"]', "[]", "{", "", '[{"a":1}]', "$", '"$undefined"', "[null,null,null]"]),
    headers: asText,
  }),
  JSON: (form) => ({ body: JSON.stringify(form), headers: { "content-type": "application/json" } }),
  "as an address": (form) => ({
    body: new URLSearchParams({ ...form, "1_x": "y" }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  }),
  bytes: (_, pick) => {
    const bytes = new Uint8Array(new ArrayBuffer(pick([1, 100, 5_000])));
    return { body: bytes.map((__, i) => (i * 197 + 13) % 256), headers: pick([asForm, asText]) };
  },
  "a file": (form) => ({
    body: `--${boundary}\r\ncontent-disposition: form-data; name="_1_id"; filename="../../x.js"\r\ncontent-type: text/javascript\r\n\r\nalert(1)\r\n${multipart(fieldsOf(form))}`,
    headers: asForm,
  }),
  "nine hundred fields": (form) => ({
    body: multipart([...fieldsOf(form), ...Array.from({ length: 900 }, (_, i): [string, string] => [`_1_f${i}`, "x"])]),
    headers: asForm,
  }),
  "more than any form": (form) => ({
    body: multipart(fieldsOf({ ...form, words: "w".repeat(1_200_000) })),
    headers: asForm,
  }),
  "many references": (form) => ({
    body: multipart([
      ...Array.from({ length: 300 }, (_, i): [string, string] => [String(i + 2), `"$${i + 3}"`]),
      ...fieldsOf(form, '["$2","$K1"]'),
    ]),
    headers: asForm,
  }),
};

const payloadKinds = Object.keys(kinds);

/** A payload in place of this form, of a kind that the number chooses; what is large comes once in forty. */
export function malformed(form: Form, random: () => number): Payload {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const rare = ["more than any form", "nine hundred fields", "many references"];
  const usual = payloadKinds.filter((kind) => !rare.includes(kind));
  const kind = random() < 1 / 40 ? pick(rare) : pick(usual);
  const made = kinds[kind]?.(form, pick);
  if (!made) throw new Error(kind);
  return { kind, ...made };
}

/** Ids that are nobody's. */
export const nothing = () => {
  const ids = [
    "client",
    "account",
    "assessment",
    "event",
    "attempt",
    "version",
    "decision",
    "session",
    "assignment",
    "couple",
    "letter",
    "fresh",
  ] as const;
  return {
    ...(Object.fromEntries(ids.map((name) => [name, randomUUID()])) as Record<(typeof ids)[number], string>),
    instrument: randomUUID(),
  };
};
