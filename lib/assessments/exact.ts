/** A figure without what floating point left on it: 4.1 − 3.6 is half a point, and 0.7 + 0.1 reaches 0.8. Never rounded for a reader. */
export function exact(figure: number): number {
  const near = Math.round(figure * 1e6) / 1e6;
  return Math.abs(figure - near) < 1e-9 ? near : figure;
}
