import type { ReactNode } from "react";
import "../beyond-today.css";
import "../charts.css";
import "../sittings.css";
import "../practice.css";

/** Staff's pages bring their own styles; each draws its own chrome. */
export default function PracticeLayout({ children }: { children: ReactNode }) {
  return children;
}
