import type { ReactNode } from "react";
import "../beyond-today.css";
import "../sittings.css";

/** A handed-over device shows a sitting and nothing else. */
export default function InSessionLayout({ children }: { children: ReactNode }) {
  return children;
}
