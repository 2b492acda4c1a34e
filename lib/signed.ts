/** A figure with a true minus, so that columns line up. What rounds to zero has no sign. */
export function minus(value: number, decimals?: number): string {
  const text = decimals === undefined ? String(value) : value.toFixed(decimals);
  return text.replace("-", Number(text) === 0 ? "" : "\u2212");
}

/** The same with a plus before what is above zero: for changes. */
export function signed(value: number, decimals?: number): string {
  const text = minus(value, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}
