import { NodePgDatabase } from "drizzle-orm/node-postgres";
import { NodePgSession } from "drizzle-orm/node-postgres/session";
import { PgDialect } from "drizzle-orm/pg-core";
import type { PoolClient, QueryArrayConfig, QueryResult } from "pg";
import { planName } from "./prepared";

type Answer = Pick<QueryResult<never>, "rows">;

type Asked = {
  /** How many columns a read has, so that it can stand beside others; null for what goes alone. */
  readonly columns: number | null;
  readonly config: QueryArrayConfig;
  readonly values: readonly unknown[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * What a transaction asks its connection, in the order in which it was asked. Reads that wait side by side (`atOnce`) go as one
 * statement, each a column of it; what writes or locks goes alone, and nothing overtakes it.
 */
export class GatheredReads {
  private readonly waiting: Asked[] = [];
  private isAsking = false;
  private isOver = false;

  constructor(private readonly connection: PoolClient) {}

  async ask(columns: number | null, config: QueryArrayConfig, values: readonly unknown[]): Promise<Answer> {
    if (this.isOver) throw new Error("This transaction has ended.");
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.waiting.push({ columns, config, values, resolve, reject });
        this.goOn();
      });
    } catch (error) {
      // It went out from elsewhere, perhaps with others: whoever asked is named here, as pg does it.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  /** What is asked after this would be asked outside of the transaction, on a connection that is somebody else's. */
  end(): void {
    this.isOver = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error("This transaction has ended."));
  }

  /** Once everybody who can go on without an answer has gone on. */
  private goOn(): void {
    if (this.isAsking || this.waiting.length === 0) return;
    this.isAsking = true;
    setImmediate(async () => {
      await this.askNext();
      this.isAsking = false;
      this.goOn();
    });
  }

  private async askNext(): Promise<void> {
    const alone = this.waiting.findIndex(({ columns }) => columns === null);
    const next = this.waiting.splice(0, alone < 0 ? this.waiting.length : Math.max(1, alone));
    const [first, ...others] = next;
    if (!first) return;
    try {
      if (others.length > 0) await this.askAsOne(next);
      else first.resolve(await this.connection.query(this.named(first.config), [...first.values]));
    } catch (error) {
      for (const { reject } of next) reject(error);
    }
  }

  private named<C extends QueryArrayConfig>(config: C): C {
    const name = planName(this.connection, config.text);
    return name ? { ...config, name } : config;
  }

  private async askAsOne(reads: readonly Asked[]): Promise<void> {
    const different = reads.filter((read, i) => reads.findIndex((other) => isSame(read, other)) === i);
    const { rows } = await this.connection.query<never[][]>(
      this.named({ ...asOneStatement(different), rowMode: "array" }),
    );
    const [answers = []] = rows;
    for (const read of reads) {
      read.resolve({ rows: answers[different.findIndex((other) => isSame(read, other))] ?? [] });
    }
  }
}

const isSame = (one: Asked, other: Asked) =>
  one.config.text === other.config.text &&
  one.values.length === other.values.length &&
  one.values.every((value, i) => Object.is(value, other.values[i]));

/** Drizzle reads values out of JSON as it reads them off the wire. */
function asOneStatement(reads: readonly Asked[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const columns = reads.map(({ columns, config, values: own }, i) => {
    const before = values.length;
    values.push(...own);
    const text = config.text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`);
    const names = Array.from({ length: columns ?? 0 }, (_, column) => `c${column}`).join(", ");
    return `(select coalesce(json_agg(json_build_array(${names})), '[]') from (${text}) as read_${i} (${names}))`;
  });
  return { text: `select ${columns.join(",\n")}`, values };
}

type Prepare = NodePgSession<Record<string, never>, Record<string, never>>["prepareQuery"];

/** Drizzle on a connection whose reads are gathered. */
class GatheringSession extends NodePgSession<Record<string, never>, Record<string, never>> {
  constructor(
    private readonly reads: GatheredReads,
    connection: PoolClient,
    private readonly pgDialect: PgDialect,
  ) {
    super(connection, pgDialect, undefined);
  }

  override prepareQuery: Prepare = (query, fields, name, isArray, mapper, about, cache) => {
    const columns =
      about?.type === "select" && fields && !/\bfor (no key )?(update|key share|share)\b/.test(query.sql)
        ? fields.length
        : null;
    const client = {
      query: (config: QueryArrayConfig, values: unknown[]) => this.reads.ask(columns, config, values),
    };
    return new NodePgSession(client as unknown as PoolClient, this.pgDialect, undefined).prepareQuery(
      query,
      fields,
      name,
      isArray,
      mapper,
      about,
      cache,
    );
  };
}

/** A handle on the connection of a transaction, and what ends it. */
export function gathered(connection: PoolClient) {
  const reads = new GatheredReads(connection);
  const dialect = new PgDialect();
  const db = new NodePgDatabase(dialect, new GatheringSession(reads, connection, dialect), undefined);
  return { tx: Object.assign(db, { $client: connection }), end: () => reads.end() };
}
