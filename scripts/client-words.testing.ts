import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Stands for what a page puts in: a name, a day. Two syllables, as most names have. */
const PUT_IN = "Alma";

/** What no person reads: styles, addresses, names of fields, codes. */
const unread = new Set([
  ...["className", "class", "href", "id", "name", "type", "key", "value", "rel", "target", "role", "look", "tone"],
  ...["autoComplete", "inputMode", "htmlFor", "d", "viewBox", "method", "encType", "pattern", "src", "srcSet"],
]);

const parsed = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

/** The file that an import names, from the root; null for packages and for what is no code. */
function fileOf(from: string, request: string): string | null {
  const base = request.startsWith("@/") ? request.slice(2) : path.join(path.dirname(from), request);
  if (!request.startsWith("@/") && !request.startsWith(".")) return null;
  return [base, `${base}.ts`, `${base}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file)) ?? null;
}

function importsOf(file: string, source: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const isTypeOnly =
      (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(node) && node.isTypeOnly);
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && !isTypeOnly)
      found.push((node.moduleSpecifier as ts.StringLiteral).text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [named] = node.arguments;
      if (named && ts.isStringLiteral(named)) found.push(named.text);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found.flatMap((request) => fileOf(file, request) ?? []);
}

/** Every source file below a folder but tests. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|testing)\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

/** These files and all that they draw in when they run, each with the sentences that stand in it. */
export function wordsReachedFrom(roots: readonly string[], isPart: (file: string) => boolean): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const waiting = [...roots];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (words.has(file) || !isPart(file)) continue;
    const source = parsed(file);
    words.set(file, sentencesIn(source));
    waiting.push(...importsOf(file, source));
  }
  return words;
}

/** Addresses, names of fields, styles, and lines of a drawing between which figures are put. */
const code = /[{}<>=_]|\w[.:]\w|:\/\/|\wAlma|Alma[a-zA-Z]|Alma \d|\b(select|border-|text-|bg-)/;

/** Looks like something said: begins as a sentence does, has several words, and is no code. */
const isSaid = (text: string): boolean =>
  /^[“‘(]?[A-Z0-9“]/.test(text) && /[a-z]{2} [A-Za-z“0-9(]/.test(text) && !code.test(text);

const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,:;?!])/g, "$1")
    .trim();

/** All that stands in a file to be read: text of elements with what is inside them, literals and templates. */
function sentencesIn(source: ts.SourceFile): string[] {
  const said: string[] = [];
  const put = (text: string) => {
    const whole = tidy(text);
    if (isSaid(whole)) said.push(whole);
  };
  const inline = (node: ts.JsxChild): string => {
    if (ts.isJsxText(node)) return node.text;
    if (ts.isJsxExpression(node)) {
      if (!node.expression) return "";
      return ts.isStringLiteralLike(node.expression) ? node.expression.text : PUT_IN;
    }
    return ts.isJsxElement(node) ? node.children.map(inline).join("") : "";
  };
  const hasText = (node: ts.JsxElement | ts.JsxFragment) =>
    node.children.some((child) => ts.isJsxText(child) && child.text.trim() !== "");
  const look = (node: ts.Node, isInline: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && unread.has(node.name.getText())) return;
    if ((ts.isJsxElement(node) || ts.isJsxFragment(node)) && hasText(node)) {
      if (!isInline) put(node.children.map(inline).join(""));
      ts.forEachChild(node, (child) => look(child, true));
      return;
    }
    if (ts.isStringLiteralLike(node)) put(node.text);
    else if (ts.isTemplateExpression(node))
      put(node.head.text + node.templateSpans.map(({ literal }) => PUT_IN + literal.text).join(""));
    ts.forEachChild(node, (child) => look(child, isInline && !ts.isJsxElement(child)));
  };
  look(source, false);
  return said;
}
