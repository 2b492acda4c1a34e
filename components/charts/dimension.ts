import { type Dimension, dimensionLabels } from "@/lib/assessments/dimension";

type Shape = "circle" | "square" | "triangle" | "cross" | "diamond";

const look = (dimension: Dimension, letter: string, hue: string, shape: Shape) => ({
  label: dimensionLabels[dimension],
  letter,
  hue,
  shape,
});

/** How each dimension is drawn; hue, shape and label always travel together. */
export const dimensionLook: Record<Dimension, ReturnType<typeof look>> = {
  emotional: look("emotional", "E", "text-d-em forced-colors:text-[CanvasText]", "circle"),
  intellectual: look("intellectual", "I", "text-d-in forced-colors:text-[CanvasText]", "square"),
  recreational: look("recreational", "R", "text-d-re forced-colors:text-[CanvasText]", "triangle"),
  social: look("social", "So", "text-d-so forced-colors:text-[CanvasText]", "cross"),
  sexual: look("sexual", "Sx", "text-d-se forced-colors:text-[CanvasText]", "diamond"),
};
