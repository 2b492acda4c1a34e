const DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

function density(x: number): number {
  return DENSITY_AT_ZERO * Math.exp((-x * x) / 2);
}

/** Area between 0 and x, by the series x + x³/3 + x⁵/15 + … (Abramowitz & Stegun 26.2.11). */
function areaFromZero(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; k < 200 && Math.abs(term) > 1e-18; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return density(x) * sum;
}

/** P(Z > x) for x ≥ 0; beyond 2.5 by Laplace's continued fraction (A & S 26.2.14), which keeps the tail's relative accuracy. */
function upperTail(x: number): number {
  if (x < 2.5) return 0.5 - areaFromZero(x);
  let fraction = x;
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}

/**
 * Standard normal distribution function P(Z ≤ x), from 0 to 1, accurate to about 1e-15.
 * Takes any real x, ±Infinity included. Source: Abramowitz & Stegun (1964), 26.2.11 and 26.2.14.
 */
export function normalCdf(x: number): number {
  return x < 0 ? upperTail(-x) : 1 - upperTail(x);
}

/**
 * Two-sided p-value of a standard normal z, from 0 to 1.
 */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)));
}

/** Starting point good to 4.5e-4 (Abramowitz & Stegun 26.2.23), for the lower half only. */
function roughQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  const bottom = 1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t;
  return top / bottom - t;
}

/**
 * Standard normal quantile: the z with P(Z ≤ z) = p, accurate to better than 1e-9 for 1e-300 ≤ p ≤ 1 − 1e-15.
 * p = 0 and p = 1 give −Infinity and Infinity; anything outside 0..1 throws a RangeError.
 * Source: Abramowitz & Stegun 26.2.23, refined by Halley's method on `normalCdf`.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError("A probability lies between 0 and 1.");
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = roughQuantile(p);
  for (let step = 0; step < 4; step++) {
    const error = (normalCdf(z) - p) / density(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}
