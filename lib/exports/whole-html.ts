import { asWords, type WholeRecord, type WholeRow, wholeParts } from "./all-of-it";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const plain = (words: string) => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const look =
  "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#222;background:#fff}h2{margin-top:2.5rem;border-top:1px solid #999;padding-top:.75rem}h3{margin-bottom:.25rem;font-size:1.0625rem}article{margin:0 0 1rem;padding-left:.75rem;border-left:2px solid #ccc}dt{font-weight:bold}dd{margin:0 0 .25rem;white-space:pre-line;overflow-wrap:anywhere}";

/** The whole record as a page to read, without a network or a script. Its title tells nothing. */
export const wholeHtml = ({ recordNumber, madeAt, parts, leftOut }: WholeRecord): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Document</title>
<style>${look}</style>
</head>
<body>
<h1>Record ${recordNumber}</h1>
<p>Made on ${madeAt.slice(0, 10)}. ${leftOut.length === 0 ? "Every part is in it." : "Some parts were left out; your therapist tells you which and why."}</p>
${parts
  .map(
    ({ part, tables }) =>
      `<section>\n<h2>${plain(wholeParts[part].title)}</h2>\n${
        tables.every(({ rows }) => rows.length === 0)
          ? "<p>Nothing here.</p>"
          : tables
              .filter(({ rows }) => rows.length > 0)
              .map(({ table, rows }) => `<h3>${plain(asWords(table))}</h3>\n${rows.map(row).join("\n")}`)
              .join("\n")
      }\n</section>`,
  )
  .join("\n")}
</body>
</html>
`;

const row = (one: WholeRow) =>
  `<article><dl>${Object.entries(one)
    .filter(([name, value]) => value !== null && value !== "" && !isKey(name, value))
    .map(([name, value]) => `<dt>${plain(asWords(name))}</dt><dd dir="auto">${plain(said(value))}</dd>`)
    .join("")}</dl></article>`;

/** Keys join rows in the data; to a reader they say nothing. */
const isKey = (name: string, value: unknown) => /(^|_)id$/.test(name) && /^[0-9a-f-]{36}$/.test(String(value));

const said = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(value) : JSON.stringify(value, null, 1);
};
