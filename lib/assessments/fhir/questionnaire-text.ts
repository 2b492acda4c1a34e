/** Longest file accepted, in characters, and in bytes on its way here: what a form can carry, with a little to spare. */
export const LARGEST_FILE = 900_000;
export const TOO_LARGE = "This file is too large to be a questionnaire. The limit is 900,000 characters.";
/** Deepest nesting of brackets accepted, which leaves about ten groups within groups. */
const DEEPEST_NESTING = 40;

/** How deep brackets nest, found by reading along, so that a hostile file never reaches a recursive parser. */
function nesting(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return deepest;
}

type ReadText = { ok: true; json: unknown } | { ok: false; sentence: string };

/**
 * No database keeps the letter zero, or half of a letter that is written in two: the first goes, the second becomes the sign
 * for what cannot be read. Escaped backslashes and whole pairs stay.
 */
const keepable = (text: string): string =>
  text.replace(/\\\\|\\u0000|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\ud[89a-f][0-9a-f]{2}/gi, (found) => {
    if (found === "\\u0000") return "";
    return found.length === 6 ? "\\ufffd" : found;
  });

/** Reads a file as JSON within limits on size and depth. Never throws: what is wrong comes back as a plain sentence. */
export function readQuestionnaireText(text: string): ReadText {
  if (text.length > LARGEST_FILE) {
    return { ok: false, sentence: TOO_LARGE };
  }
  if (nesting(text) > DEEPEST_NESTING) {
    return {
      ok: false,
      sentence: "This file is nested too deeply. Ten groups within groups is the most that can be read.",
    };
  }
  if (/^\uFEFF?\s*</.test(text)) {
    return {
      ok: false,
      sentence: "This is XML or a web page. Export the questionnaire as FHIR R4 in JSON, and try again.",
    };
  }
  try {
    return { ok: true, json: JSON.parse(keepable(text.replace(/^\uFEFF/, ""))) };
  } catch {
    return {
      ok: false,
      sentence: "This file cannot be read as JSON. Export the questionnaire as FHIR R4 in JSON, and try again.",
    };
  }
}
