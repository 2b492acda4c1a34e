import { readFileSync } from "node:fs";
import path from "node:path";
import { Font } from "@react-pdf/renderer";
import { sfntOf } from "@/components/report/sfnt";

/** Static faces: the renderer reads neither a variable face nor woff2. Each file covers some scripts. */
const scripts = ["latin", "latin-ext", "cyrillic", "greek", "vietnamese"];
const weights = [400, 600];

/**
 * The Arabic face draws each letter as one glyph, with its dots. The renderer drops what a font says about the height of a
 * mark, so that a face which sets dots by it, as Noto Naskh does, would have them beside their letters.
 */
const arabic = "ibm-plex-sans-arabic";

const familyOf = (face: string, script: string) => `${face} ${script}`;
const stackOf = (face: string) => scripts.map((script) => familyOf(face, script));

/** Families in the order in which a letter is looked for. */
export const sans = stackOf("source-sans-3");
export const serif = stackOf("source-serif-4");
/** For a run of Arabic: its spaces come from the same face, so that a name of two words stays one run. */
export const inArabic = [familyOf(arabic, "arabic"), familyOf("source-sans-3", "latin")];

/**
 * Files of one face have one name inside, by which the renderer knows what it has embedded: it would embed the second anew at
 * each use. So each file gets a name of its own.
 */
function nameApart(font: unknown, name: string): void {
  if (typeof font !== "object" || font === null) throw new Error(`The face ${name} of reports is not there.`);
  Object.defineProperty(font, "postscriptName", { value: name });
}

async function register(face: string, script: string): Promise<void> {
  const family = familyOf(face, script);
  const folder = path.join(process.cwd(), "node_modules", "@fontsource", face, "files");
  const fonts = weights.map((fontWeight) => {
    const font = sfntOf(readFileSync(path.join(folder, `${face}-${script}-${fontWeight}-normal.woff`)));
    return { src: `data:font/ttf;base64,${font.toString("base64")}`, fontWeight };
  });
  Font.register({ family, fonts });
  for (const fontWeight of weights) {
    const one = { fontFamily: family, fontWeight };
    await Font.load(one);
    nameApart(Font.getFont(one).data, `${face}-${script}-${fontWeight}`);
  }
}

let ready: Promise<void> | undefined;

/** Registers the faces once for the process. */
export function prepareFonts(): Promise<void> {
  ready ??= prepare();
  return ready;
}

async function prepare(): Promise<void> {
  for (const face of ["source-sans-3", "source-serif-4"]) for (const script of scripts) await register(face, script);
  await register(arabic, "arabic");
  Font.registerHyphenationCallback(piecesOf);
}

/** The longest names and terms are shorter; what is longer is an address, or no word. */
const LONGEST_WORD = 34;
const PIECE = 8;
const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** No word is broken: most of them are names and terms. One that no line may hold is, or its end would lie beyond the page. */
function piecesOf(word: string): string[] {
  if (word.length <= LONGEST_WORD) return [word];
  const all = Array.from(signs.segment(word), ({ segment }) => segment);
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, i) =>
    all.slice(i * PIECE, (i + 1) * PIECE).join(""),
  );
}
