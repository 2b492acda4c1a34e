/** Where a reliable-change band begins: two-sided 95 %. */
export const RELIABLE_Z = 1.96;

export type ReliableChange = {
  /** Standard error of measurement, in score units. */
  sem: number;
  /** Standard error of a difference between two scores, in score units. */
  sdiff: number;
  /** Smallest change that counts as reliable, in score units (1.96 × sdiff). */
  threshold: number;
  /** Standard error of prediction, in score units: SD × √(1 − r²). */
  sePrediction: number;
};

/**
 * How large a change must be before measurement error alone would rarely produce it.
 * `sd` is in score units (> 0), `reliability` lies in 0..1. Throws a RangeError outside these.
 * Source: Jacobson & Truax (1991), J Consult Clin Psychol 59, 12–19; the SE of prediction as in Hsu (1989).
 */
export function reliableChange(sd: number, reliability: number): ReliableChange {
  if (!(sd > 0) || !Number.isFinite(sd)) throw new RangeError("A standard deviation is a number above 0.");
  if (!(reliability >= 0 && reliability <= 1)) throw new RangeError("A reliability lies between 0 and 1.");
  const sem = sd * Math.sqrt(1 - reliability);
  const sdiff = sem * Math.SQRT2;
  return { sem, sdiff, threshold: RELIABLE_Z * sdiff, sePrediction: sd * Math.sqrt(1 - reliability ** 2) };
}

/**
 * Reliable-change index: (post − pre) / Sdiff, in standard errors; beyond ±1.96 the change is reliable.
 * With a perfect reliability (Sdiff 0) any difference is infinite and no difference is 0.
 * Throws as `reliableChange` does. Source: Jacobson & Truax (1991).
 */
export function reliableChangeIndex(pre: number, post: number, sd: number, reliability: number): number {
  const { sdiff } = reliableChange(sd, reliability);
  if (post === pre) return 0;
  return (post - pre) / sdiff;
}
