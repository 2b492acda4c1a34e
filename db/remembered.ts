/** A version as it stands in its row. A published one never changes; a draft may with every save. */
export type VersionRow = { practiceId: string; id: string; publishedAt: Date | string | null; definition: unknown };

/** More versions than all practices of one server are likely to read within an hour. */
const MOST = 500;

/**
 * `parse`, remembered for published versions by practice, id and instant, the least lately read forgotten first. What comes back is
 * frozen, since many readers hold the same one. It is no way around scope: who has no row has nothing to ask with.
 */
export function rememberedBy<Parsed>(
  parse: (definition: unknown) => Parsed,
  most = MOST,
): (version: VersionRow) => Parsed {
  const kept = new Map<string, Parsed>();
  return ({ practiceId, id, publishedAt, definition }) => {
    if (publishedAt === null) return parse(definition);
    // With its instant: a publishing that was rolled back and done again is another one.
    const key = `${practiceId}/${id}/${new Date(publishedAt).getTime()}`;
    const parsed = kept.get(key) ?? frozen(parse(definition));
    kept.delete(key);
    kept.set(key, parsed);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return parsed;
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
