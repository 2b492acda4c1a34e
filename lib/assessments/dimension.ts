/** The five dimensions in their fixed order, by the keys of the scales that measure them. */
export const dimensions = ["emotional", "intellectual", "recreational", "social", "sexual"] as const;

export type Dimension = (typeof dimensions)[number];

/** As a heading or the start of a sentence; inside a sentence a dimension is called by its key. */
export const dimensionLabels: Record<Dimension, string> = {
  emotional: "Emotional",
  intellectual: "Intellectual",
  recreational: "Recreational",
  social: "Social",
  sexual: "Sexual",
};

/** The instruments that measure them, the full form first. */
export const dimensionForms = ["five-dimensions", "five-dimensions-brief"] as const;

/** "full" or "brief": which of the two forms was answered. */
export const formOf = (key: string): "full" | "brief" => (key === dimensionForms[1] ? "brief" : "full");
