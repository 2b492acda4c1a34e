const places =
  /^\/(account|caseload|clients|couples|help|inbox|letters|library|sessions|settings|in-session\/two)(?=[/?]|$)/;

/**
 * Where somebody on the staff wanted to go before they had to sign in: an address of the practice's own pages, or null. Never
 * one of the portal: whoever signs in next on a client's phone is not told where they were.
 */
export function wayBack(asked: string | null | undefined): string | null {
  if (!asked || asked.length > 300 || !/^[\w/?=&.,:%~+[\]-]+$/.test(asked)) return null;
  return places.test(asked) && !asked.startsWith("/letters/off") ? asked : null;
}
