import type { ReactNode } from "react";
import "../../../beyond-today.css";
import "../../../sittings.css";

/** Sittings, and what came of them. */
export default function AssessmentsLayout({ children }: { children: ReactNode }) {
  return children;
}
