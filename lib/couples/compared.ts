import { type Dimension, dimensions } from "@/lib/assessments/dimension";
import type { Instrument } from "@/lib/assessments/instrument";
import { isSameDimension, statementsOf } from "@/lib/assessments/same-dimension";

/** The dimensions in which the two answered other statements: their scores there are of two different things. */
export function notCompared(one: Instrument, other: Instrument): Dimension[] {
  return dimensions.filter(
    (dimension) =>
      statementsOf(one, dimension).length > 0 &&
      statementsOf(other, dimension).length > 0 &&
      !isSameDimension(one, other, dimension),
  );
}
