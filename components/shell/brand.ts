/** Where the name does not fit beside the way out, it wraps out of sight and the mark stands alone. */
export const brand =
  "inline-flex h-11 flex-wrap items-center gap-y-11 overflow-hidden font-serif leading-none font-semibold text-ink no-underline hover:text-ink [&>svg]:h-11";
