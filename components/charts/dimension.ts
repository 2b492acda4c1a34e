/** The five dimensions in their fixed order; hue, shape and label always travel together. */
export const dimensions = ["emotional", "intellectual", "recreational", "social", "sexual"] as const;

export type Dimension = (typeof dimensions)[number];

type Shape = "circle" | "square" | "triangle" | "cross" | "diamond";

export const dimensionLook: Record<Dimension, { label: string; letter: string; hue: string; shape: Shape }> = {
  emotional: { label: "Emotional", letter: "E", hue: "d-em", shape: "circle" },
  intellectual: { label: "Intellectual", letter: "I", hue: "d-in", shape: "square" },
  recreational: { label: "Recreational", letter: "R", hue: "d-re", shape: "triangle" },
  social: { label: "Social", letter: "So", hue: "d-so", shape: "cross" },
  sexual: { label: "Sexual", letter: "Sx", hue: "d-se", shape: "diamond" },
};
