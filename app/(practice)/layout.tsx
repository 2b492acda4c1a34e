import type { ReactNode } from "react";
import "../faces.css";
import "../beyond-today.css";

/** Staff's pages bring their own styles; each draws its own chrome. */
export default function PracticeLayout({ children }: { children: ReactNode }) {
  return children;
}
