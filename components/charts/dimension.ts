import { type Dimension, dimensionLabels } from "@/lib/assessments/dimension";

type Shape = "circle" | "square" | "triangle" | "cross" | "diamond";

const look = (dimension: Dimension, letter: string, colour: string, shape: Shape) => ({
  label: dimensionLabels[dimension],
  letter,
  /** For marks and gaps alone, which know what to be where the reader's system chooses the colours. */
  colour,
  hue: `${colour} forced-colors:text-[CanvasText]`,
  shape,
});

/** How each dimension is drawn; hue, shape and label always travel together. */
export const dimensionLook: Record<Dimension, ReturnType<typeof look>> = {
  emotional: look("emotional", "E", "text-d-em", "circle"),
  intellectual: look("intellectual", "I", "text-d-in", "square"),
  recreational: look("recreational", "R", "text-d-re", "triangle"),
  social: look("social", "So", "text-d-so", "cross"),
  sexual: look("sexual", "Sx", "text-d-se", "diamond"),
};
