import ts from "typescript";

/** One place of a file at which the code can be made wrong, and how. */
export type Site = { start: number; end: number; kind: string; replacement: string };

const flipped: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: "<=",
  [ts.SyntaxKind.LessThanEqualsToken]: "<",
  [ts.SyntaxKind.GreaterThanToken]: ">=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
};

const swappedCalls: Record<string, string> = {
  desc: "asc",
  asc: "desc",
  lte: "lt",
  gte: "gt",
  ne: "eq",
  isNull: "isNotNull",
};

/** In SQL that is written out: the word as it stands, and what stands there instead. */
const inSql: readonly [RegExp, string][] = [
  [/ >= /g, " > "],
  [/ < /g, " <= "],
  [/ <> /g, " = "],
  [/ is not null/g, " is null"],
  [/ is null/g, " is not null"],
  [/not exists/g, "exists"],
  [/(?<=and )not /g, ""],
  [/ desc\b/g, " asc"],
  [/'clinician'/g, "'screen'"],
  [/ and [a-z.]+ = '[a-z-]+'/g, ""],
  [/ and [a-z]\.is_[a-z]+/g, ""],
];

const isCall = (node: ts.Node, name: string): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** Rows of another practice are kept out by the database itself (db/scope.test.ts): without the line nothing changes. */
const isOfPractice = (node: ts.Node) => /^eq\([\w.]*practiceId, /i.test(node.getText());

/** Every site of a source text, in order. */
export function sitesOf(file: string, text: string): Site[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const sites: Site[] = [];
  const put = (node: ts.Node, kind: string, replacement: string) =>
    sites.push({ start: node.getStart(), end: node.getEnd(), kind, replacement });

  function look(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isIfStatement(node)) put(node.expression, "condition", "false");
    if (ts.isConditionalExpression(node)) {
      put(node, "condition", node.whenTrue.getText());
      put(node, "condition", node.whenFalse.getText());
    }
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      const other = flipped[kind];
      if (other) put(node.operatorToken, "comparison", other);
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
        put(node, "condition", node.left.getText());
        put(node, "condition", node.right.getText());
      }
    }
    if (ts.isExpressionStatement(node)) put(node, "call", ";");
    if (isCall(node, "and") || isCall(node, "or"))
      for (const left of node.arguments) {
        const rest = node.arguments.filter((one) => one !== left);
        if (!isOfPractice(left))
          put(node, "condition", `${node.expression.getText()}(${rest.map((one) => one.getText()).join(", ")})`);
      }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const other = swappedCalls[node.expression.text];
      if (other) put(node.expression, "call", other);
    }
    if (ts.isStringLiteral(node) && node.text === "change") put(node, "access", '"read"');
    // How many rows are read at the most: the first is taken, or a page ends there.
    const isLimit = ts.isCallExpression(node.parent) && /\.limit$/.test(node.parent.expression.getText());
    if (ts.isNumericLiteral(node) && !isLimit) put(node, "literal", String(Number(node.text.replaceAll("_", "")) + 1));
    if (node.kind === ts.SyntaxKind.TrueKeyword) put(node, "literal", "false");
    if (node.kind === ts.SyntaxKind.FalseKeyword) put(node, "literal", "true");
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "sql") lookInSql(node.template);
    ts.forEachChild(node, look);
  }

  function lookInSql(template: ts.TemplateLiteral): void {
    const parts = ts.isTemplateExpression(template)
      ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
      : [template];
    for (const part of parts)
      for (const [word, replacement] of inSql)
        for (const { index, 0: found } of part.getText().matchAll(word)) {
          const start = part.getStart() + index;
          sites.push({ start, end: start + found.length, kind: "sql", replacement });
        }
  }

  ts.forEachChild(source, look);
  return sites.sort((a, b) => a.start - b.start || a.end - b.end || (a.replacement < b.replacement ? -1 : 1));
}
