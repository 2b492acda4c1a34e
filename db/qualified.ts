import { type SQL, sql } from "drizzle-orm";

/**
 * `sql` for a subquery: its columns keep their tables. Drizzle leaves them out of the columns of a statement of one table,
 * where `practice_id = practice_id` would be true of every row.
 */
export const qualified = <T = unknown>(text: TemplateStringsArray, ...values: unknown[]): SQL<T> =>
  sql<T>`${sql(text, ...values)}`;
