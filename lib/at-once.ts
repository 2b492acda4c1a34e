type Answers<Asked> = { [Name in keyof Asked]: Awaited<Asked[Name]> };

/**
 * Asks for things that do not wait for one another, and answers when all are there. Reads of one transaction go as one statement
 * then (`db/gathered-reads.ts`). It also waits for all when one fails, so that nothing is asked of a transaction that is over.
 */
export async function atOnce<Asked extends Record<string, unknown>>(asked: Asked): Promise<Answers<Asked>> {
  const ends = await Promise.allSettled(Object.values(asked));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  const answers = ends.map((end) => (end.status === "fulfilled" ? end.value : undefined));
  return Object.fromEntries(Object.keys(asked).map((name, i) => [name, answers[i]])) as Answers<Asked>;
}
