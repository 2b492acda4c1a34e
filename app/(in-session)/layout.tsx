import type { ReactNode } from "react";
import "../faces.css";
import "../beyond-today.css";

/** A handed-over device shows a sitting and nothing else. */
export default function InSessionLayout({ children }: { children: ReactNode }) {
  return children;
}
