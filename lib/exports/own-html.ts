import { type OwnEntry, type OwnPages, ownParts, ownPartTitles } from "@/lib/exports/own-pages";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const plain = (words: string) => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const look =
  "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 Georgia,serif;color:#222;background:#fff}h2{margin-top:2.5rem;border-top:1px solid #999;padding-top:.75rem}h3{margin-bottom:.25rem;font-size:1.0625rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-line;overflow-wrap:anywhere}";

/**
 * The file as a page to read, without a network, a script or a picture. Its title tells nothing: it stands in the list of what
 * was opened.
 */
export const ownHtml = ({ parts, today }: OwnPages): string => `<!doctype html>
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
<h1>What stood on your pages</h1>
<p>Made on ${today}. It holds what your own pages showed on that day, and nothing else.</p>
${ownParts.map((part) => `<section>\n<h2>${ownPartTitles[part]}</h2>\n${entries(parts[part])}\n</section>`).join("\n")}
</body>
</html>
`;

const entries = (all: readonly OwnEntry[]) => (all.length === 0 ? "<p>Nothing here.</p>" : all.map(entry).join("\n"));

const entry = ({ date, title, lines }: OwnEntry) =>
  `<article>\n<h3>${plain(date === null ? title : `${title}, ${date}`)}</h3>\n<dl>${lines
    .map(({ label, words }) => `<dt dir="auto">${plain(label)}</dt><dd dir="auto">${plain(words)}</dd>`)
    .join("")}</dl>\n</article>`;
