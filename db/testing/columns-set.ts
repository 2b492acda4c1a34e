import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableColumns, getTableName, isTable, type Table } from "drizzle-orm";
import ts from "typescript";

const root = path.resolve(import.meta.dirname, "../..");

export type ColumnsSet = {
  /** The columns that some statement of the product sets in rows that are there, by table. */
  columns: Map<string, Set<string>>;
  /** Where it is not written out what is set: the table, and the file. */
  unsaid: string[];
};

async function tables(): Promise<Map<string, Table>> {
  const folder = path.join(root, "db/schema");
  const modules: object[] = await Promise.all(readdirSync(folder).map((file) => import(path.join(folder, file))));
  return new Map(modules.flatMap((one) => Object.entries(one)).filter(([, value]) => isTable(value)));
}

const isSource = (file: string) =>
  file.endsWith(".ts") && !/(^|\/)(testing|schema|migrations)\/|\.test\.ts$/.test(file);

function sources(): string[] {
  return ["db", "runtime", "server", "sample"].flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" })
      .map((file) => `${box}/${file}`)
      .filter(isSource),
  );
}

/** `tx.update(table).set(…)` and `tx.insert(table)….onConflictDoUpdate({ set: … })`: the table's name, and what is set. */
function settingOf(node: ts.Node): { table: string; set: ts.Expression } | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  const [given] = node.arguments;
  if (!given || (method !== "set" && method !== "onConflictDoUpdate")) return undefined;
  const table = tableBefore(node.expression.expression, method === "set" ? "update" : "insert");
  if (!table) return undefined;
  if (method === "set") return { table, set: given };
  if (!ts.isObjectLiteralExpression(given)) return undefined;
  const set = given.properties.find((one) => one.name?.getText() === "set");
  return set && ts.isPropertyAssignment(set) ? { table, set: set.initializer } : undefined;
}

function tableBefore(chain: ts.Expression, method: string): string | undefined {
  if (!ts.isCallExpression(chain) || !ts.isPropertyAccessExpression(chain.expression)) return undefined;
  if (chain.expression.name.text === method) return chain.arguments[0]?.getText();
  return tableBefore(chain.expression.expression, method);
}

/** Read from the sources themselves, so that nobody has to keep a second list. */
export async function columnsSet(): Promise<ColumnsSet> {
  const known = await tables();
  const columns = new Map<string, Set<string>>();
  const unsaid: string[] = [];
  const keep = (name: string, set: ts.Expression, file: string): void => {
    const table = known.get(name);
    // Under another name it would be granted to nobody, and found by nobody.
    if (!table) throw new Error(`Call the table by its name in ${file}: ${name}.`);
    const own = columns.get(getTableName(table)) ?? new Set<string>();
    columns.set(getTableName(table), own);
    if (ts.isConditionalExpression(set)) {
      keep(name, set.whenTrue, file);
      keep(name, set.whenFalse, file);
    } else if (ts.isObjectLiteralExpression(set)) {
      for (const property of set.properties) {
        const column = property.name && getTableColumns(table)[property.name.getText()];
        if (column) own.add(column.name);
        else unsaid.push(`${getTableName(table)} ${file}`);
      }
    } else unsaid.push(`${getTableName(table)} ${file}`);
  };
  for (const file of sources()) {
    const words = readFileSync(path.join(root, file), "utf8");
    if (!/\.set\(|onConflictDoUpdate/.test(words)) continue;
    const visit = (node: ts.Node): void => {
      const found = settingOf(node);
      if (found) keep(found.table, found.set, file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, words, ts.ScriptTarget.Latest, true));
  }
  return { columns, unsaid };
}
