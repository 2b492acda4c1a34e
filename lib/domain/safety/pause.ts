/**
 * Whether a person's exercises pause: as long as any safety event of theirs is open, whatever opened it. Only their
 * own events count: what one partner chose never shows on the other's pages (PRODUCT, section 5).
 */
export function pausedBy(events: readonly { closedAt: unknown }[]): boolean {
  return events.some((event) => event.closedAt === null);
}
