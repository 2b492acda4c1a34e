import { and, desc, eq, ne, sql } from "drizzle-orm";
import { shippedTaken } from "@/db/schema/shipped";
import type { Scope } from "@/db/scope";
import { type ContentOf, readContent } from "@/lib/shipped/kinds";
import { shippedContent } from "@/lib/shipped/shipped-content";

/** Kinds whose words are read where they ship, and not from a row of the practice's own. */
type Read = "reading" | "panel-text" | "limits";

/** Each thing in its present version, as SQL compares it with a row. */
export const presentVersions = shippedContent.map(({ kind, key, edition }) => `${kind} ${key} ${edition.version}`);
export const isPresent = sql`(${shippedTaken.kind} || ' ' || ${shippedTaken.key} || ' ' || ${shippedTaken.version}) = any(${sql.param(presentVersions)}::text[])`;

/**
 * The words that ship as this practice took them, by key. Where that is the present version the code holds them, and no
 * row is read; what the practice has not taken is not there.
 */
export async function takenWords<K extends Read>({ actor, tx }: Scope, kind: K): Promise<Map<string, ContentOf[K]>> {
  const rows = await tx
    .selectDistinctOn([shippedTaken.key], {
      key: shippedTaken.key,
      content: sql<unknown>`case when ${isPresent} then null else ${shippedTaken.content} end`,
    })
    .from(shippedTaken)
    .where(
      and(eq(shippedTaken.practiceId, actor.practiceId), eq(shippedTaken.kind, kind), ne(shippedTaken.way, "keep")),
    )
    .orderBy(shippedTaken.key, desc(shippedTaken.version));
  const present = new Map(shippedContent.map((one) => [`${one.kind} ${one.key}`, one.content as ContentOf[K]]));
  return new Map(
    rows.flatMap(({ key, content }) => {
      const words = content === null ? present.get(`${kind} ${key}`) : readContent[kind](content);
      return words ? [[key, words] as const] : [];
    }),
  );
}
