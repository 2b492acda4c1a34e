import type { Instrument, Scale } from "@/lib/assessments/instrument";

/** A figure is as sure as its source and as the count that it is a figure of: read of a sum that was not, it is not confirmed. */
export const figuresState = ({ certainty }: Pick<Instrument, "certainty">): "confirmed" | "unconfirmed" =>
  certainty.figures === "confirmed" && certainty.scoring === "confirmed" ? "confirmed" : "unconfirmed";

/** The scale with its published error marked as unconfirmed where it is: an assumed or estimated one says so by its kind. */
export function withOwnState(instrument: Pick<Instrument, "certainty">, scale: Scale): Scale {
  const { reliability } = scale;
  if (reliability?.kind !== "published") return scale;
  return { ...scale, reliability: { ...reliability, certainty: figuresState(instrument) } };
}
