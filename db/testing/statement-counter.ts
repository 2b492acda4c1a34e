import type { PoolClient } from "pg";

/** Counts the statements on a connection from here on; asked for the number, it stops. */
export function counted(connection: PoolClient): () => number {
  const { query } = connection;
  let count = 0;
  Object.assign(connection, {
    query: (...given: Parameters<typeof query>) => {
      count += 1;
      return query.apply(connection, given);
    },
  });
  return () => {
    Object.assign(connection, { query });
    return count;
  };
}
