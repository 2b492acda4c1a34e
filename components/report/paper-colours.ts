import type { Dimension } from "@/lib/assessments/dimension";

/** The light side of the tokens in app/styles/theme.css, which a test compares: paper knows no variables. */
export const paperColours = {
  paper: "#ffffff",
  ink: "#14211e",
  "ink-2": "#3f4c48",
  "ink-3": "#586360",
  line: "#ddd6c6",
  edge: "#857e6c",
  primary: "#0a5c54",
  "amber-mark": "#b06a00",
  p1: "#e9ebd2",
  p2: "#d3e7dc",
  p3: "#d3e2ec",
} as const;

export const dimensionColours: Record<Dimension, string> = {
  emotional: "#9a5780",
  intellectual: "#0b4daf",
  recreational: "#5f7712",
  social: "#722f05",
  sexual: "#52306d",
};
