import type { ReactNode } from "react";
import "../../../beyond-today.css";

/** What would be shown is previewed as it would be drawn. */
export default function SharingLayout({ children }: { children: ReactNode }) {
  return children;
}
